/** Jumps on a condition without making its truth value an object. Mirrors `compiler_jump_if` of Python/compile.c. */

import type { BoolOp, Compare, Expression, IfExp } from "../parse/ast";
import { emitComparison } from "./binary-operator";
import { compileComparator } from "./comparison";
import type { CompilerUnit } from "./compiler-unit";
import { compileExpression } from "./expression";
import { constantOf } from "./fold";
import type { Block } from "./instruction";
import { Op } from "./opcode";

/** Go to `target` when the truth of `node` is `condition`, else go on. */
export function jumpIf(unit: CompilerUnit, node: Expression, target: Block, condition: boolean): void {
  if (constantOf(node) === null) {
    if (node.kind === "UnaryOp" && node.op === "Not" && negated(node.operand) === null)
      return jumpIf(unit, node.operand, target, !condition);
    if (node.kind === "BoolOp") return jumpIfBoolean(unit, node, target, condition);
    if (node.kind === "IfExp") return jumpIfConditional(unit, node, target, condition);
    if (node.kind === "Compare") {
      unit.locate(node);
      if (node.ops.length > 1) return jumpIfChain(unit, node, target, condition);
    }
  }
  compileExpression(unit, node);
  unit.emitJump(condition ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, target);
}

/** `not a in b` and `not a is b` are one comparison each (`fold_unaryop`); null: the operand is no such thing. */
export function negated(operand: Expression): Compare | null {
  if (operand.kind !== "Compare" || operand.ops.length > 1) return null;
  const opposite = ({ Is: "IsNot", IsNot: "Is", In: "NotIn", NotIn: "In" } as const)[operand.ops[0] as "Is"];
  return opposite === undefined ? null : { ...operand, ops: [opposite] };
}

/** `or` is over at the first true value, `and` at the first false one: there it jumps, or goes on behind itself. */
function jumpIfBoolean(unit: CompilerUnit, { op, values }: BoolOp, target: Block, condition: boolean): void {
  const decides = op === "Or";
  const decided = decides === condition ? target : unit.newBlock();
  for (const value of values.slice(0, -1)) jumpIf(unit, value, decided, decides);
  jumpIf(unit, values.at(-1)!, target, condition);
  if (decided !== target) unit.useNextBlock(decided);
}

function jumpIfConditional(
  unit: CompilerUnit,
  { test, body, orelse }: IfExp,
  target: Block,
  condition: boolean,
): void {
  const end = unit.newBlock();
  const otherwise = unit.newBlock();
  jumpIf(unit, test, otherwise, false);
  jumpIf(unit, body, target, condition);
  unit.emitArtificialJump(end);
  unit.useNextBlock(otherwise);
  jumpIf(unit, orelse, target, condition);
  unit.useNextBlock(end);
}

/** When a comparison before the last one is false, its right side has to leave the stack. */
function jumpIfChain(unit: CompilerUnit, node: Compare, target: Block, condition: boolean): void {
  const cleanup = unit.newBlock();
  compileExpression(unit, node.left);
  const last = node.ops.length - 1;
  for (let i = 0; i < last; i++) {
    compileComparator(unit, node, i);
    unit.emit(Op.SWAP, 2);
    unit.emit(Op.COPY, 2);
    emitComparison(unit, node.ops[i]!);
    unit.emitJump(Op.POP_JUMP_IF_FALSE, cleanup);
  }
  compileComparator(unit, node, last);
  emitComparison(unit, node.ops[last]!);
  unit.emitJump(condition ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, target);
  const end = unit.newBlock();
  unit.emitArtificialJump(end);
  unit.useNextBlock(cleanup);
  unit.emit(Op.POP_TOP);
  if (!condition) unit.emitArtificialJump(target);
  unit.useNextBlock(end);
}
