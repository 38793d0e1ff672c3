/** Numbers and strings: objects that hold no references. Mirrors `Objects/longobject.c`, `Objects/unicodeobject.c`. */

import { createAtom } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Layout } from "../heap/memory-map";
import { incref } from "../heap/refcount";
import { builtinShape } from "../heap/shape";
import type { ObjectRules } from "../profile/profile";
import { LARGEST_SMALL_INT, SMALLEST_SMALL_INT, Static, smallInt } from "./static-object";

const DIGIT_BITS = 30;

/** `sizeof(digit)`. */
export const INT_DIGIT_BYTES: number = 4;

/**
 * An int. Small ones exist once and are shared. The caller owns the reference.
 *
 * @param value - Whole. A bigint only beyond `Number.MAX_SAFE_INTEGER`.
 */
export function createInt(h: HeapState, value: number | bigint): number {
  if (value >= SMALLEST_SMALL_INT && value <= LARGEST_SMALL_INT) {
    const shared = smallInt(Number(value));
    incref(h, shared);
    return shared;
  }
  const o = createAtom(h, intShape(h, value));
  h.payload.set(o, value);
  return o;
}

/**
 * A str. The caller owns the reference.
 *
 * Simplified: every call makes a new object; real CPython shares the empty and one-character strings (`sharedStr`).
 */
export function createStr(h: HeapState, text: string): number {
  const o = createAtom(h, atomShape(h, Static.STR_TYPE, strBytes(h.profile.objects, text)));
  h.payload.set(o, text);
  return o;
}

/** A float. The caller owns the reference. */
export function createFloat(h: HeapState, value: number): number {
  const o = createAtom(h, namedShape(h, FLOAT, Static.FLOAT_TYPE, h.profile.objects.floatBytes));
  h.payload.set(o, value);
  return o;
}

/** `bytes(length)`. The caller owns the reference. */
export function createBytes(h: HeapState, length: number): number {
  return createAtom(h, atomShape(h, Static.BYTES_TYPE, h.profile.objects.bytesHeadBytes + length));
}

/**
 * Bytes of a str: one, two or four for each character and the closing NUL, as the widest one needs; characters beyond
 * ASCII need a longer header (`PyASCIIObject`, `PyCompactUnicodeObject`).
 */
export function strBytes(rules: ObjectRules, text: string): number {
  if (/^[\0-\x7f]*$/.test(text)) return rules.asciiHeadBytes + text.length;
  const characters = Array.from(text);
  const widest = characters.reduce((most, character) => Math.max(most, character.codePointAt(0)!), 0);
  const width = widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4;
  return rules.wideHeadBytes + (characters.length + 1) * width;
}

/** `int.bit_length()`. @param value - Whole. */
export function bitLength(value: number | bigint): number {
  if (typeof value === "number") {
    const high = Math.floor(Math.abs(value) / 2 ** 32);
    return high === 0 ? 32 - Math.clz32(Math.abs(value)) : 64 - Math.clz32(high);
  }
  const hex = value.toString(16).replace("-", "");
  return (hex.length - 1) * 4 + 32 - Math.clz32(Number.parseInt(hex[0]!, 16));
}

function intShape(h: HeapState, value: number | bigint): number {
  const { intHeadBytes } = h.profile.objects;
  if (typeof value === "number" && Math.abs(value) < 2 ** DIGIT_BITS)
    return namedShape(h, ONE_DIGIT, Static.INT_TYPE, intHeadBytes + INT_DIGIT_BYTES);
  const digits = Math.ceil(bitLength(value) / DIGIT_BITS);
  if (digits === 2) return namedShape(h, TWO_DIGITS, Static.INT_TYPE, intHeadBytes + 2 * INT_DIGIT_BYTES);
  return atomShape(h, Static.INT_TYPE, intHeadBytes + INT_DIGIT_BYTES * digits);
}

/** Names of the shapes that a loop asks for in each round: no text has to be put together for them. */
const ONE_DIGIT = "int of one digit";
const TWO_DIGITS = "int of two digits";
const FLOAT = "float";

function namedShape(h: HeapState, name: string, type: number, blockBytes: number): number {
  const known = h.builtinShapes.get(name);
  if (known !== undefined) return known;
  const shape = atomShape(h, type, blockBytes);
  h.builtinShapes.set(name, shape);
  return shape;
}

function atomShape(h: HeapState, type: number, blockBytes: number): number {
  return builtinShape(h, { type, length: 0, layout: Layout.ATOM, blockBytes, storageBytes: 0 });
}
