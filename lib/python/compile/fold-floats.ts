/** Operators between constant floats. Mirrors `fold_binop` of Python/ast_opt.c. */

import { floatFloorDivide, floatModulo } from "../objects/float-arithmetic";
import { floatPower } from "../objects/float-power";
import type { BinaryOperator } from "../parse/ast";
import type { ConstantValue } from "./code";

/** @returns Null for what raises an exception, or has no real result. */
export function foldFloats(op: BinaryOperator, a: number, b: number): ConstantValue | null {
  const value = compute(op, a, b);
  return value === null ? null : { kind: "float", value };
}

function compute(op: BinaryOperator, a: number, b: number): number | null {
  switch (op) {
    case "Add":
      return a + b;
    case "Sub":
      return a - b;
    case "Mult":
      return a * b;
    case "Div":
      return b === 0 ? null : a / b;
    case "FloorDiv":
      return b === 0 ? null : floatFloorDivide(a, b);
    case "Mod":
      return b === 0 ? null : floatModulo(a, b);
    case "Pow":
      return power(a, b);
    default:
      return null;
  }
}

function power(a: number, b: number): number | null {
  if ((a === 0 && b < 0) || (a < 0 && Number.isFinite(b) && !Number.isInteger(b))) return null;
  const value = floatPower(a, b);
  const overflows = !Number.isFinite(value) && Number.isFinite(a) && Number.isFinite(b);
  return overflows ? null : value;
}
