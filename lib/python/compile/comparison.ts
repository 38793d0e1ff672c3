/** Compiles comparisons whose result is wanted as an object. Mirrors `compiler_compare` of Python/compile.c. */

import type { Compare } from "../parse/ast";
import { emitComparison } from "./binary-operator";
import type { CompilerUnit } from "./compiler-unit";
import { compileMembers } from "./display";
import { compileExpression } from "./expression";
import { Op } from "./opcode";

export function compileCompare(unit: CompilerUnit, node: Compare): void {
  const cleanup = unit.newBlock();
  compileExpression(unit, node.left);
  const last = node.ops.length - 1;
  for (let i = 0; i < last; i++) {
    compileComparator(unit, node, i);
    unit.emit(Op.SWAP, 2);
    unit.emit(Op.COPY, 2);
    emitComparison(unit, node.ops[i]!);
    unit.emitJump(Op.JUMP_IF_FALSE_OR_POP, cleanup);
  }
  compileComparator(unit, node, last);
  emitComparison(unit, node.ops[last]!);
  if (last === 0) return;
  const end = unit.newBlock();
  unit.emitArtificialJump(end);
  unit.useNextBlock(cleanup);
  unit.emit(Op.SWAP, 2);
  unit.emit(Op.POP_TOP);
  unit.useNextBlock(end);
}

/** The right side of comparison `index`. Behind the last `in`, a list or set of constants is a constant. */
export function compileComparator(unit: CompilerUnit, node: Compare, index: number): void {
  const comparator = node.comparators[index]!;
  const op = node.ops[index];
  if (index === node.ops.length - 1 && (op === "In" || op === "NotIn")) compileMembers(unit, comparator);
  else compileExpression(unit, comparator);
}
