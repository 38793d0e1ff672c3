/** `not`, `-`, `+` and `~` of constants. Mirrors `fold_unaryop` of Python/ast_opt.c. */

import type { UnaryOperator } from "../parse/ast";
import type { ConstantValue } from "./code";
import { intConstant, isTrue } from "./constant";

/** @returns Null for what raises an exception when it runs. */
export function foldUnary(op: UnaryOperator, operand: ConstantValue): ConstantValue | null {
  if (op === "Not") return { kind: "bool", value: !isTrue(operand) };
  if (operand.kind === "float") {
    if (op === "Invert") return null;
    return { kind: "float", value: op === "USub" ? -operand.value : operand.value };
  }
  if (operand.kind !== "int" && operand.kind !== "bool") return null;
  const value = BigInt(operand.value);
  if (op === "Invert") return intConstant(~value);
  return intConstant(op === "USub" ? -value : value);
}
