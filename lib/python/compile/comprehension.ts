/** Compiles comprehensions and generator expressions. Mirrors `compiler_comprehension` of Python/compile.c. */

import type { Comprehension, DictComp, Expression, GeneratorExp, ListComp, SetComp } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { jumpIf } from "./condition";
import { compileIterable } from "./display";
import { compileExpression } from "./expression";
import { constantOf } from "./fold";
import { compileScope, makeClosure } from "./function";
import { compileInlined } from "./inlined-comprehension";
import { type Block, Pseudo } from "./instruction";
import { Op } from "./opcode";
import { compileTarget } from "./target";

export type ComprehensionNode = ListComp | SetComp | DictComp | GeneratorExp;

const names = {
  ListComp: "<listcomp>",
  SetComp: "<setcomp>",
  DictComp: "<dictcomp>",
  GeneratorExp: "<genexpr>",
};
const builds = { ListComp: Op.BUILD_LIST, SetComp: Op.BUILD_SET, DictComp: Op.BUILD_MAP };

/** A function that is called at once with the iterator of the first `for`, or code in the frame around. */
export function compileComprehension(unit: CompilerUnit, node: ComprehensionNode): void {
  if (unit.context.scopes.get(node)?.inlined) return compileInlined(unit, node);
  const code = compileScope(unit, "comprehension", node, names[node.kind], node.line, (inner) => {
    inner.arguments = { ...inner.arguments, positional: 1 };
    if (node.kind !== "GeneratorExp") inner.emit(builds[node.kind], 0);
    compileGenerators(inner, node, () => inner.emit(Op.LOAD_FAST, 0));
    if (node.kind !== "GeneratorExp") inner.emit(Op.RETURN_VALUE);
  });
  makeClosure(unit, code, 0);
  compileIterable(unit, node.generators[0]!.iter);
  unit.emit(Op.GET_ITER);
  unit.emit(Op.CALL, 0);
}

/** The empty collection that a comprehension fills. A generator expression has none. */
export function emitEmptyCollection(
  unit: CompilerUnit,
  kind: Exclude<ComprehensionNode["kind"], "GeneratorExp">,
): void {
  unit.emit(builds[kind], 0);
}

/** @param loadFirst - Leaves the iterator of the first `for` on the stack. */
export function compileGenerators(unit: CompilerUnit, node: ComprehensionNode, loadFirst: () => void): void {
  compileGenerator(unit, node, 0, 0, loadFirst);
}

/** @param depth - Iterators on the stack above the collection. */
function compileGenerator(
  unit: CompilerUnit,
  node: ComprehensionNode,
  index: number,
  depth: number,
  loadFirst: () => void,
): void {
  const generator = node.generators[index];
  if (generator === undefined) return emitElement(unit, node, depth);
  const next = unit.newBlock();
  const end = unit.newBlock();
  const single = index === 0 ? null : onlyElement(generator);
  let start: Block | null = null;
  if (index === 0) loadFirst();
  else if (single !== null) compileExpression(unit, single);
  else {
    compileIterable(unit, generator.iter);
    unit.emit(Op.GET_ITER);
  }
  if (single === null) {
    start = unit.newBlock();
    unit.useNextBlock(start);
    unit.emitJump(Op.FOR_ITER, end);
    unit.useNextBlock(unit.newBlock());
  }
  compileTarget(unit, generator.target);
  for (const test of generator.ifs) jumpIf(unit, test, next, false);
  compileGenerator(unit, node, index + 1, depth + (start === null ? 0 : 1), loadFirst);
  unit.useNextBlock(next);
  if (start === null) return;
  unit.emitJump(Pseudo.JUMP, start);
  unit.useNextBlock(end);
}

/** `for y in [f(x)]` assigns; there is no loop. A constant list is a constant tuple by then. */
function onlyElement({ iter }: Comprehension): Expression | null {
  if (iter.kind !== "List" && iter.kind !== "Tuple") return null;
  const [only] = iter.elts;
  return iter.elts.length === 1 && only !== undefined && only.kind !== "Starred" && constantOf(only) === null
    ? only
    : null;
}

function emitElement(unit: CompilerUnit, node: ComprehensionNode, depth: number): void {
  switch (node.kind) {
    case "ListComp":
    case "SetComp":
      compileExpression(unit, node.elt);
      return unit.emit(node.kind === "ListComp" ? Op.LIST_APPEND : Op.SET_ADD, depth + 1);
    case "DictComp":
      compileExpression(unit, node.key);
      compileExpression(unit, node.value);
      return unit.emit(Op.MAP_ADD, depth + 1);
    case "GeneratorExp":
      compileExpression(unit, node.elt);
      unit.emit(Op.YIELD_VALUE);
      unit.emit(Op.RESUME, 1);
      return unit.emit(Op.POP_TOP);
  }
}
