/** Which argument of an instruction stands for which operator. */

import { NotSupported } from "../not-supported";
import type { BinaryOperator, ComparisonOperator, Position, UnaryOperator } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { BinaryOp, CompareOp, Op } from "./opcode";

const binaryOps: Readonly<Record<Exclude<BinaryOperator, "MatMult">, BinaryOp>> = {
  Add: BinaryOp.ADD,
  Sub: BinaryOp.SUBTRACT,
  Mult: BinaryOp.MULTIPLY,
  Div: BinaryOp.TRUE_DIVIDE,
  Mod: BinaryOp.REMAINDER,
  Pow: BinaryOp.POWER,
  LShift: BinaryOp.LSHIFT,
  RShift: BinaryOp.RSHIFT,
  BitOr: BinaryOp.OR,
  BitXor: BinaryOp.XOR,
  BitAnd: BinaryOp.AND,
  FloorDiv: BinaryOp.FLOOR_DIVIDE,
};

export const unaryOpcodes: Readonly<Record<UnaryOperator, Op>> = {
  Invert: Op.UNARY_INVERT,
  Not: Op.UNARY_NOT,
  UAdd: Op.UNARY_POSITIVE,
  USub: Op.UNARY_NEGATIVE,
};

const comparisons: Readonly<Record<ComparisonOperator, readonly [Op, number]>> = {
  Eq: [Op.COMPARE_OP, CompareOp.EQ],
  NotEq: [Op.COMPARE_OP, CompareOp.NE],
  Lt: [Op.COMPARE_OP, CompareOp.LT],
  LtE: [Op.COMPARE_OP, CompareOp.LE],
  Gt: [Op.COMPARE_OP, CompareOp.GT],
  GtE: [Op.COMPARE_OP, CompareOp.GE],
  Is: [Op.IS_OP, 0],
  IsNot: [Op.IS_OP, 1],
  In: [Op.CONTAINS_OP, 0],
  NotIn: [Op.CONTAINS_OP, 1],
};

/**
 * The argument of BINARY_OP.
 *
 * @throws {NotSupported} For `@`: no object of the subset has it.
 */
export function binaryOpOf(operator: BinaryOperator, place: Position): BinaryOp {
  if (operator === "MatMult") throw new NotSupported("operator @", "call a method", place);
  return binaryOps[operator];
}

/** Compare the two values on top of the stack. */
export function emitComparison(unit: CompilerUnit, operator: ComparisonOperator): void {
  const [opcode, arg] = comparisons[operator];
  unit.emit(opcode, arg);
}
