/** Instructions on objects: attributes, items, operators, text, iteration. What they take from the stack goes in their order. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { Op } from "../compile/opcode";
import { getAttribute, loadMethod, setAttribute } from "../objects/attribute";
import { richCompare } from "../objects/compare";
import { convert, formatObject } from "../objects/format";
import { iterate } from "../objects/iterate";
import { makeBool, textOf } from "../objects/make-atom";
import { binary, unary } from "../objects/operator";
import { contains, getItem, setItem } from "../objects/subscript";
import { isTrue } from "../objects/truth";
import { cachedAttribute, cachedMethod, rememberMethod, rememberPlace, storeCached } from "./attribute-cache";
import type { Frame } from "./frame";
import type { Machine } from "./machine";
import { popOperand, pushOperand } from "./operands";
import { compareAtLimit } from "./recursion";

/** owner -- attribute. */
export function loadAttr(m: Machine, frame: Frame, name: number): boolean {
  const at = frame.top - 1;
  const owner = m.stack[at]!;
  const { instructions } = frame.code;
  let value = cachedAttribute(m, owner, instructions, frame.pc + 2);
  if (value !== 0) incref(m.h, value);
  else {
    value = getAttribute(m, owner, name);
    if (value !== 0) rememberPlace(m, owner, name, instructions, frame.pc + 2);
  }
  m.stack[at] = value;
  if (value === 0) frame.top = at;
  decref(m.h, owner);
  return value !== 0;
}

/** value, owner -- . */
export function storeAttr(m: Machine, frame: Frame, name: number): boolean {
  const owner = popOperand(m, frame);
  const value = popOperand(m, frame);
  const { instructions } = frame.code;
  let isDone = storeCached(m, owner, value, instructions, frame.pc + 2);
  if (!isDone) {
    isDone = setAttribute(m, owner, name, value);
    if (isDone) rememberPlace(m, owner, name, instructions, frame.pc + 2);
  }
  decref(m.h, value);
  decref(m.h, owner);
  return isDone;
}

/** object -- method, object; or -- NULL, value. */
export function loadMethodOf(m: Machine, frame: Frame, name: number): boolean {
  const { stack } = m;
  const at = frame.top - 1;
  const o = stack[at]!;
  const { instructions } = frame.code;
  const known = cachedMethod(m, o, instructions, frame.pc + 2);
  if (known !== 0) incref(m.h, known);
  const found = known !== 0 ? -known : loadMethod(m, o, name);
  if (found === 0) return false;
  if (found < 0 && known === 0) rememberMethod(m, o, -found, instructions, frame.pc + 2);
  stack[at] = found < 0 ? -found : 0;
  stack[at + 1] = found < 0 ? o : found;
  frame.top++;
  if (found > 0) decref(m.h, o);
  return true;
}

/** left, right -- result. */
export function binaryOp(m: Machine, frame: Frame, op: number): boolean {
  const right = popOperand(m, frame);
  const left = popOperand(m, frame);
  const result = binary(m, op, left, right);
  decref(m.h, left);
  decref(m.h, right);
  return push(m, frame, result);
}

/** left, right -- result. */
export function compareOp(m: Machine, frame: Frame, op: number): boolean {
  const right = popOperand(m, frame);
  const left = popOperand(m, frame);
  const result =
    m.depth < m.recursionLimit ? richCompare(m, op, left, right) : compareAtLimit(m, op, left, right);
  decref(m.h, left);
  decref(m.h, right);
  return push(m, frame, result);
}

/** owner -- . */
export function deleteAttr(m: Machine, frame: Frame, name: number): boolean {
  const owner = popOperand(m, frame);
  const isDone = setAttribute(m, owner, name, 0);
  decref(m.h, owner);
  return isDone;
}

/** container, key -- item. */
export function subscr(m: Machine, frame: Frame): boolean {
  const key = popOperand(m, frame);
  const container = popOperand(m, frame);
  const item = getItem(m, container, key);
  decref(m.h, container);
  decref(m.h, key);
  return push(m, frame, item);
}

/** value, container, key -- . */
export function storeSubscr(m: Machine, frame: Frame): boolean {
  const key = popOperand(m, frame);
  const container = popOperand(m, frame);
  const value = popOperand(m, frame);
  const isDone = setItem(m, container, key, value);
  decref(m.h, value);
  decref(m.h, container);
  decref(m.h, key);
  return isDone;
}

/** container, key -- . */
export function deleteSubscr(m: Machine, frame: Frame): boolean {
  const key = popOperand(m, frame);
  const container = popOperand(m, frame);
  const isDone = setItem(m, container, key, 0);
  decref(m.h, container);
  decref(m.h, key);
  return isDone;
}

/** UNARY_POSITIVE and its like: operand -- result. */
export function unaryOp(m: Machine, frame: Frame, op: Op): boolean {
  const o = popOperand(m, frame);
  let result = 0;
  if (op === Op.UNARY_NOT) {
    const truth = isTrue(m, o);
    result = truth < 0 ? 0 : makeBool(m, truth === 0);
  } else result = unary(m, op === Op.UNARY_NEGATIVE ? "-" : op === Op.UNARY_INVERT ? "~" : "+", o);
  decref(m.h, o);
  return push(m, frame, result);
}

/** left, right -- bool. @param inverted - 1 for `is not`. */
export function isOp(m: Machine, frame: Frame, inverted: number): boolean {
  const right = popOperand(m, frame);
  const left = popOperand(m, frame);
  const result = makeBool(m, (left === right) !== (inverted === 1));
  decref(m.h, left);
  decref(m.h, right);
  return push(m, frame, result);
}

/** left, right -- bool. @param inverted - 1 for `not in`. */
export function containsOp(m: Machine, frame: Frame, inverted: number): boolean {
  const container = popOperand(m, frame);
  const item = popOperand(m, frame);
  const found = contains(m, container, item);
  decref(m.h, item);
  decref(m.h, container);
  return push(m, frame, found < 0 ? 0 : makeBool(m, (found === 1) !== (inverted === 1)));
}

/** value, [spec] -- text. */
export function formatValue(m: Machine, frame: Frame, flags: number): boolean {
  const spec = (flags & 4) === 0 ? 0 : popOperand(m, frame);
  const value = popOperand(m, frame);
  const conversion = (["", "s", "r", "a"] as const)[flags & 3]!;
  const converted = conversion === "" ? held(m, value) : convert(m, value, conversion);
  if (conversion !== "") decref(m.h, value);
  const text = converted === 0 ? 0 : formatObject(m, converted, spec === 0 ? "" : textOf(m, spec));
  if (conversion === "") decref(m.h, value);
  if (converted !== 0) decref(m.h, converted);
  if (spec !== 0) decref(m.h, spec);
  return push(m, frame, text);
}

/** iterable -- iterator. */
export function getIter(m: Machine, frame: Frame): boolean {
  const iterable = popOperand(m, frame);
  const iterator = iterate(m, iterable);
  decref(m.h, iterable);
  return push(m, frame, iterator);
}

/** The same, but a generator is delegated to as it is. */
export function getYieldFromIter(m: Machine, frame: Frame): boolean {
  const iterable = m.stack[frame.top - 1]!;
  return m.h.memory[iterable + Field.TYPE] === Static.GENERATOR_TYPE || getIter(m, frame);
}

function push(m: Machine, frame: Frame, o: number): boolean {
  if (o === 0) return false;
  pushOperand(m, frame, o);
  return true;
}

function held(m: Machine, o: number): number {
  incref(m.h, o);
  return o;
}
