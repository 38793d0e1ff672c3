/** Operators between constant integers. Mirrors `safe_multiply`, `safe_power` and `safe_lshift` of Python/ast_opt.c. */

import { trueDivide } from "../objects/int-division";
import type { BinaryOperator } from "../parse/ast";
import type { ConstantValue } from "./code";
import { intConstant } from "./constant";
import { foldFloats } from "./fold-floats";

/** The most bits of a folded product, power or shift (`MAX_INT_SIZE`). */
const MAX_INT_SIZE_BITS = 128n;

/** @param bools - Both are True or False: `&`, `|` and `^` give such a value again. */
export function foldIntegers(op: BinaryOperator, a: bigint, b: bigint, bools: boolean): ConstantValue | null {
  switch (op) {
    case "Add":
      return intConstant(a + b);
    case "Sub":
      return intConstant(a - b);
    case "Mult":
      return tooLong(a, b, bits(a) + bits(b)) ? null : intConstant(a * b);
    case "Div":
      return divide(a, b);
    case "FloorDiv":
      return b === 0n ? null : intConstant(floorDivide(a, b));
    case "Mod":
      return b === 0n ? null : intConstant(a - floorDivide(a, b) * b);
    case "Pow":
      if (b < 0n) return a === 0n ? null : foldFloats(op, Number(a), Number(b));
      return tooLong(a, b, bits(a) * b) ? null : intConstant(a ** b);
    case "LShift":
      return b < 0n || tooLong(a, b, bits(a) + b) ? null : intConstant(a << b);
    case "RShift":
      return b < 0n ? null : intConstant(a >> b);
    case "BitAnd":
      return bitwise(a & b, bools);
    case "BitOr":
      return bitwise(a | b, bools);
    case "BitXor":
      return bitwise(a ^ b, bools);
    case "MatMult":
      return null;
  }
}

/** The limits hold for operands that are not 0. */
function tooLong(a: bigint, b: bigint, resultBits: bigint): boolean {
  return a !== 0n && b !== 0n && resultBits > MAX_INT_SIZE_BITS;
}

function bits(value: bigint): bigint {
  return BigInt((value < 0n ? -value : value).toString(2).length);
}

function divide(a: bigint, b: bigint): ConstantValue | null {
  const value = b === 0n ? Number.NaN : trueDivide(a, b);
  return Number.isFinite(value) ? { kind: "float", value } : null;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function bitwise(value: bigint, bools: boolean): ConstantValue {
  return bools ? { kind: "bool", value: value !== 0n } : intConstant(value);
}
