/** Compiles tuples, lists, sets, dicts and slices. Mirrors `starunpack_helper` and `compiler_dict` of Python/compile.c. */

import type { Dict, Expression, Slice } from "../parse/ast";
import type { ConstantValue } from "./code";
import type { CompilerUnit } from "./compiler-unit";
import { distinct, tupleConstant } from "./constant";
import { compileExpression } from "./expression";
import { constantsOf } from "./fold";
import { Op } from "./opcode";

/** More operands than this are added to the collection one by one. */
export const STACK_USE_GUIDELINE = 30;

/** The instructions of one kind of collection. */
interface Collection {
  readonly build: Op;
  readonly add: Op;
  readonly extend: Op;
  /** A list that becomes a tuple in the end. */
  readonly isTuple: boolean;
}

const list: Collection = {
  build: Op.BUILD_LIST,
  add: Op.LIST_APPEND,
  extend: Op.LIST_EXTEND,
  isTuple: false,
};
const tuple: Collection = { ...list, isTuple: true };
const set: Collection = { build: Op.BUILD_SET, add: Op.SET_ADD, extend: Op.SET_UPDATE, isTuple: false };

export function compileList(unit: CompilerUnit, elements: readonly Expression[]): void {
  compileElements(unit, elements, list, 0);
}

export function compileSet(unit: CompilerUnit, elements: readonly Expression[]): void {
  compileElements(unit, elements, set, 0);
}

/** @param pushed - So many items are on the stack already and come first. */
export function compileTuple(unit: CompilerUnit, elements: readonly Expression[], pushed = 0): void {
  compileElements(unit, elements, tuple, pushed);
}

/** The iterable of a `for`: nobody else sees a list that stands there, so a tuple does (`fold_iter`). */
export function compileIterable(unit: CompilerUnit, node: Expression): void {
  const stars = node.kind === "List" && node.elts.some((element) => element.kind === "Starred");
  if (node.kind !== "List" || stars) return compileMembers(unit, node);
  const constants = constantsOf(node.elts);
  unit.at(node, () => {
    if (constants !== null) unit.emitConstant(tupleConstant(constants));
    else compileTuple(unit, node.elts);
  });
}

/** What is on the right of `in`: the same, and a set of constants is a frozenset. */
export function compileMembers(unit: CompilerUnit, node: Expression): void {
  if (node.kind === "List" && !node.elts.some((element) => element.kind === "Starred"))
    return compileIterable(unit, node);
  const constants = node.kind === "Set" ? constantsOf(node.elts) : null;
  if (constants === null) return compileExpression(unit, node);
  unit.at(node, () => unit.emitConstant(frozensetConstant(constants)));
}

function frozensetConstant(items: readonly ConstantValue[]): ConstantValue {
  return { kind: "frozenset", items: distinct(items) };
}

function compileElements(
  unit: CompilerUnit,
  elements: readonly Expression[],
  { build, add, extend, isTuple }: Collection,
  pushed: number,
): void {
  const constants = elements.length > 2 ? constantsOf(elements) : null;
  if (constants !== null) {
    const items = tupleConstant(constants);
    if (isTuple && pushed === 0) return unit.emitConstant(items);
    unit.emit(build, pushed);
    unit.emitConstant(add === Op.SET_ADD ? frozensetConstant(constants) : items);
    unit.emit(extend, 1);
    if (isTuple) unit.emit(Op.LIST_TO_TUPLE);
    return;
  }
  const isBig = elements.length + pushed > STACK_USE_GUIDELINE;
  if (!isBig && elements.every((element) => element.kind !== "Starred")) {
    for (const element of elements) compileExpression(unit, element);
    return unit.emit(isTuple ? Op.BUILD_TUPLE : build, elements.length + pushed);
  }
  let isBuilt = isBig;
  if (isBig) unit.emit(build, pushed);
  elements.forEach((element, index) => {
    if (element.kind === "Starred") {
      if (!isBuilt) unit.emit(build, index + pushed);
      isBuilt = true;
      compileExpression(unit, element.value);
      unit.emit(extend, 1);
    } else {
      compileExpression(unit, element);
      if (isBuilt) unit.emit(add, 1);
    }
  });
  if (isTuple) unit.emit(Op.LIST_TO_TUPLE);
}

/** Up to 17 entries at a time, so that the stack stays low; `**` in between. */
export function compileDict(unit: CompilerUnit, { keys, values }: Dict): void {
  let isBuilt = false;
  let begin = 0;
  const flush = (end: number) => {
    compileEntries(unit, keys.slice(begin, end) as Expression[], values.slice(begin, end));
    if (isBuilt) unit.emit(Op.DICT_UPDATE, 1);
    isBuilt = true;
    begin = end;
  };
  keys.forEach((key, index) => {
    if (key === null) {
      if (begin < index) flush(index);
      if (!isBuilt) unit.emit(Op.BUILD_MAP, 0);
      isBuilt = true;
      compileExpression(unit, values[index]!);
      unit.emit(Op.DICT_UPDATE, 1);
      begin = index + 1;
    } else if ((index - begin) * 2 > STACK_USE_GUIDELINE) flush(index + 1);
  });
  if (begin < keys.length) flush(keys.length);
  if (!isBuilt) unit.emit(Op.BUILD_MAP, 0);
}

/** `compiler_subdict`. CPython keeps constant keys in a tuple (BUILD_CONST_KEY_MAP); the dict is the same. */
function compileEntries(
  unit: CompilerUnit,
  keys: readonly Expression[],
  values: readonly Expression[],
): void {
  const isBig = keys.length * 2 > STACK_USE_GUIDELINE;
  if (isBig) unit.emit(Op.BUILD_MAP, 0);
  keys.forEach((key, index) => {
    compileExpression(unit, key);
    compileExpression(unit, values[index]!);
    if (isBig) unit.emit(Op.MAP_ADD, 1);
  });
  if (!isBig) unit.emit(Op.BUILD_MAP, keys.length);
}

export function compileSlice(unit: CompilerUnit, { lower, upper, step }: Slice): void {
  for (const bound of [lower, upper]) {
    if (bound === null) unit.emitNone();
    else compileExpression(unit, bound);
  }
  if (step !== null) compileExpression(unit, step);
  unit.emit(Op.BUILD_SLICE, step === null ? 2 : 3);
}
