/** `bytes`. Mirrors `PyBytes_Type` in `Objects/bytesobject.c`. */

import { textHash } from "../../sim/objects/hash-value";
import { Static } from "../../sim/objects/static-object";
import { BinaryOp } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { createBytesObject } from "./bytes-create";
import { bytesMethods, bytesResult, latinText } from "./bytes-method";
import { compareText } from "./code-point";
import { holds } from "./compare";
import { MOST_CHARACTERS } from "./format-spec";
import { memoryError } from "./int-operator";
import {
  bytesOf,
  intOf,
  isBytes,
  makeBool,
  makeBytes,
  makeInt,
  makeNotImplemented,
  sizeOf,
} from "./make-atom";
import type { NativeType } from "./native-type";
import { isIndex } from "./sequence-index";
import { sliceIndices } from "./slice-indices";
import { createBytesIterator } from "./str-iterator";
import { bytesRepr } from "./str-repr";
import { typeName } from "./type-lookup";

export const bytesType: NativeType = {
  name: "bytes",
  id: Static.BYTES_TYPE,
  subclassable: true,
  slots: {
    create: (m, _, args, keywords) => createBytesObject(m, args, keywords),
    repr: (m, o) => bytesRepr(bytesOf(m, o)),
    hash: (m, o) => textHash(bytesOf(m, o)),
    compare: compareBytes,
    truth: (m, o) => (bytesOf(m, o).length === 0 ? 0 : 1),
    length: (m, o) => bytesOf(m, o).length,
    contains,
    getItem: item,
    iterate: createBytesIterator,
    binary,
  },
  methods: bytesMethods,
};

function compareBytes(m: Machine, op: number, a: number, b: number): number {
  if (!isBytes(m, a) || !isBytes(m, b)) return makeNotImplemented(m);
  return makeBool(m, holds(op, compareText(latinText(bytesOf(m, a)), latinText(bytesOf(m, b)))));
}

function contains(m: Machine, o: number, part: number): number {
  if (isBytes(m, part)) return latinText(bytesOf(m, o)).includes(latinText(bytesOf(m, part))) ? 1 : 0;
  if (!isIndex(m, part)) {
    raise(m, "TypeError", `a bytes-like object is required, not '${typeName(m, part)}'`);
    return -1;
  }
  const byte = intOf(m, part);
  if (byte === null) return -1;
  if (byte >= 0 && byte <= 255) return bytesOf(m, o).includes(Number(byte)) ? 1 : 0;
  raise(m, "ValueError", "byte must be in range(0, 256)");
  return -1;
}

function item(m: Machine, o: number, key: number): number {
  const bytes = bytesOf(m, o);
  if (typeName(m, key) === "slice") {
    const indices = sliceIndices(m, key, bytes.length);
    if (indices === null) return 0;
    const { start, step, count } = indices;
    return bytesResult(
      m,
      o,
      latinText(Uint8Array.from({ length: count }, (_, i) => bytes[start + i * step]!)),
    );
  }
  if (!isIndex(m, key))
    return raise(m, "TypeError", `byte indices must be integers or slices, not ${typeName(m, key)}`);
  const given = sizeOf(m, key, "IndexError");
  if (given === null) return 0;
  const byte = bytes[given < 0 ? given + bytes.length : given];
  return byte === undefined ? raise(m, "IndexError", "index out of range") : makeInt(m, byte);
}

function binary(m: Machine, op: number, a: number, b: number): number {
  if (op === BinaryOp.ADD && isBytes(m, a)) {
    if (!isBytes(m, b)) return raise(m, "TypeError", `can't concat ${typeName(m, b)} to bytes`);
    return joined(m, a, b);
  }
  if (op !== BinaryOp.MULTIPLY) return makeNotImplemented(m);
  const [o, countObject] = isBytes(m, a) ? [a, b] : [b, a];
  const count = sizeOf(m, countObject);
  if (count === null) return 0;
  const text = latinText(bytesOf(m, o));
  if (text.length * count > MOST_CHARACTERS) return memoryError(m);
  return bytesResult(m, o, text.repeat(Math.max(0, count)));
}

function joined(m: Machine, a: number, b: number): number {
  const [left, right] = [bytesOf(m, a), bytesOf(m, b)];
  if (left.length === 0 || right.length === 0)
    return bytesResult(m, left.length === 0 ? b : a, latinText(left.length === 0 ? right : left));
  return makeBytes(m, Uint8Array.from([...left, ...right]));
}
