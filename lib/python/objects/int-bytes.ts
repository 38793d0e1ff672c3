/** `int.to_bytes` and `int.from_bytes`. Mirrors `_PyLong_AsByteArray`, `_PyLong_FromByteArray`. */

import { decref } from "../../sim/heap/refcount";
import { bitLength } from "../../sim/objects/atom";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { createBytesObject } from "./bytes-create";
import { argument } from "./keyword-argument";
import { bytesOf, intValue, isStr, makeBytes, makeInt, sizeOf, textOf } from "./make-atom";
import type { Keywords, NativeDefinition } from "./native-type";
import { isTrue } from "./truth";

export const intByteMethods: readonly NativeDefinition[] = [
  { name: "to_bytes", most: 2, keywords: ["length", "byteorder", "signed"], call: toBytes },
  {
    name: "from_bytes",
    kind: "class",
    least: 1,
    most: 2,
    keywords: ["byteorder", "signed"],
    call: fromBytes,
  },
];

function toBytes(m: Machine, args: readonly number[], keywords: Keywords): number {
  const lengthObject = argument(args, keywords, 1, "length");
  const length = lengthObject === 0 ? 1 : sizeOf(m, lengthObject);
  const isLittle = littleEndian(m, argument(args, keywords, 2, "byteorder"));
  const isSigned = signed(m, keywords);
  if (length === null || isLittle === null || isSigned === null) return 0;
  if (length < 0) return raise(m, "ValueError", "length argument must be non-negative");
  const value = intValue(m, args[0]!);
  if (value < 0 && !isSigned) return raise(m, "OverflowError", "can't convert negative int to unsigned");
  // Two's complement has one bit for the sign; the most negative number needs none beyond it.
  const bits = isSigned ? bitLength(value < 0 ? -BigInt(value) - 1n : value) + 1 : bitLength(value);
  if (bits > length * 8) return raise(m, "OverflowError", "int too big to convert");
  const bytes = new Uint8Array(length);
  let rest = BigInt.asUintN(length * 8, BigInt(value));
  for (let i = length - 1; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 0xffn);
  return makeBytes(m, isLittle ? bytes.reverse() : bytes);
}

function fromBytes(m: Machine, args: readonly number[], keywords: Keywords): number {
  const isLittle = littleEndian(m, argument(args, keywords, 2, "byteorder"));
  const isSigned = signed(m, keywords);
  if (isLittle === null || isSigned === null) return 0;
  const o = isStr(m, args[1]!)
    ? raise(m, "TypeError", "cannot convert 'str' object to bytes")
    : createBytesObject(m, [args[1]!], null);
  if (o === 0) return 0;
  const bytes = Array.from(bytesOf(m, o));
  decref(m.h, o);
  if (isLittle) bytes.reverse();
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const value = BigInt(`0x0${digits}`);
  return makeInt(m, isSigned ? BigInt.asIntN(bytes.length * 8, value) : value);
}

/** @param byteorder - "big" when it is 0. */
function littleEndian(m: Machine, byteorder: number): boolean | null {
  const order = byteorder === 0 ? "big" : isStr(m, byteorder) ? textOf(m, byteorder) : "";
  if (order === "big" || order === "little") return order === "little";
  return raise(m, "ValueError", "byteorder must be either 'little' or 'big'") || null;
}

function signed(m: Machine, keywords: Keywords): boolean | null {
  const truth = isTrue(m, keywords?.get("signed") ?? Static.FALSE);
  return truth < 0 ? null : truth === 1;
}
