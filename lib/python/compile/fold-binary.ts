/** Operators between constants. Mirrors `fold_binop` of Python/ast_opt.c. */

import type { BinaryOperator } from "../parse/ast";
import type { ConstantValue } from "./code";
import { strConstant, tupleConstant } from "./constant";
import { foldFloats } from "./fold-floats";
import { foldIntegers } from "./fold-integers";

/** The most items of a folded tuple (`MAX_COLLECTION_SIZE`), and of all tuples in it together. */
const MAX_COLLECTION_SIZE = 256;
const MAX_TOTAL_ITEMS = 1024;
/** The most letters of a folded str, or bytes (`MAX_STR_SIZE`). */
const MAX_STR_SIZE = 4096;

/** @returns Null for what is too large, or raises an exception when it runs. */
export function foldBinary(
  op: BinaryOperator,
  left: ConstantValue,
  right: ConstantValue,
): ConstantValue | null {
  const a = toNumber(left);
  const b = toNumber(right);
  if (a !== null && b !== null) {
    if (typeof a === "bigint" && typeof b === "bigint")
      return foldIntegers(op, a, b, left.kind === "bool" && right.kind === "bool");
    return isTooLarge(a) || isTooLarge(b) ? null : foldFloats(op, Number(a), Number(b));
  }
  if (op === "Add") return concatenate(left, right);
  if (op !== "Mult") return null;
  if (typeof a === "bigint") return repeat(right, a);
  return typeof b === "bigint" ? repeat(left, b) : null;
}

function toNumber(constant: ConstantValue): number | bigint | null {
  if (constant.kind === "int" || constant.kind === "float") return constant.value;
  return constant.kind === "bool" ? BigInt(constant.value) : null;
}

/** An int beyond all floats: OverflowError when it runs. */
function isTooLarge(value: number | bigint): boolean {
  return typeof value === "bigint" && !Number.isFinite(Number(value));
}

function concatenate(left: ConstantValue, right: ConstantValue): ConstantValue | null {
  if (left.kind === "str" && right.kind === "str") return strConstant(left.value + right.value);
  if (left.kind === "tuple" && right.kind === "tuple") return tupleConstant([...left.items, ...right.items]);
  if (left.kind === "bytes" && right.kind === "bytes")
    return { kind: "bytes", value: Uint8Array.from([...left.value, ...right.value]) };
  return null;
}

/** `safe_multiply` of a sequence. */
function repeat(sequence: ConstantValue, times: bigint): ConstantValue | null {
  const size = sizeOf(sequence);
  if (size === null) return null;
  const limit = sequence.kind === "tuple" ? MAX_COLLECTION_SIZE : MAX_STR_SIZE;
  if (BigInt.asIntN(64, times) !== times) return null;
  if (size > 0 && (times < 0n || times > BigInt(Math.floor(limit / size)))) return null;
  const count = size === 0 ? 0 : Number(times);
  if (sequence.kind === "str") return strConstant(sequence.value.repeat(count));
  if (sequence.kind === "bytes")
    return {
      kind: "bytes",
      value: Uint8Array.from(
        Array<number[]>(count)
          .fill([...sequence.value])
          .flat(),
      ),
    };
  if (sequence.kind !== "tuple") return null;
  if (count > 0 && itemsLeft(sequence, Math.floor(MAX_TOTAL_ITEMS / count)) < 0) return null;
  return tupleConstant(Array<readonly ConstantValue[]>(count).fill(sequence.items).flat());
}

/** @returns Null for what cannot be repeated. */
function sizeOf(constant: ConstantValue): number | null {
  if (constant.kind === "tuple") return constant.items.length;
  if (constant.kind === "str") return [...constant.value].length;
  return constant.kind === "bytes" ? constant.value.length : null;
}

/** `check_complexity`: what is left of `limit` after all items, those of items as well. Below 0: too many. */
function itemsLeft(constant: ConstantValue, limit: number): number {
  if (constant.kind !== "tuple") return limit;
  let left = limit - constant.items.length;
  for (const item of constant.items) {
    if (left < 0) break;
    left = itemsLeft(item, left);
  }
  return left;
}
