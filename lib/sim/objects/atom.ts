/** Numbers and strings: objects that hold no references. Mirrors `Objects/longobject.c`, `Objects/unicodeobject.c`. */

import { createAtom } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Layout } from "../heap/memory-map";
import { incref } from "../heap/refcount";
import { builtinShape } from "../heap/shape";
import { LARGEST_SMALL_INT, SMALLEST_SMALL_INT, Static, smallInt } from "./static-object";

const DIGIT_BITS = 30;

/** `sizeof(digit)`. */
export const INT_DIGIT_BYTES: number = 4;

/** An int. Small ones exist once and are shared. The caller owns the reference. */
export function createInt(h: HeapState, value: number): number {
  if (value >= SMALLEST_SMALL_INT && value <= LARGEST_SMALL_INT) {
    const shared = smallInt(value);
    incref(h, shared);
    return shared;
  }
  const digits = Math.max(1, Math.ceil(Math.log2(Math.abs(value) + 1) / DIGIT_BITS));
  const o = createAtom(
    h,
    atomShape(h, Static.INT_TYPE, h.profile.objects.intHeadBytes + INT_DIGIT_BYTES * digits),
  );
  h.payload.set(o, value);
  return o;
}

/**
 * A str. The caller owns the reference.
 *
 * Simplified: every call makes a new object, sized as ASCII; real CPython shares the empty and one-character
 * strings, and stores others with 1, 2 or 4 bytes per character.
 */
export function createStr(h: HeapState, text: string): number {
  const o = createAtom(h, atomShape(h, Static.STR_TYPE, h.profile.objects.asciiHeadBytes + text.length));
  h.payload.set(o, text);
  return o;
}

/** A float. The caller owns the reference. */
export function createFloat(h: HeapState, value: number): number {
  const o = createAtom(h, atomShape(h, Static.FLOAT_TYPE, h.profile.objects.floatBytes));
  h.payload.set(o, value);
  return o;
}

/** `bytes(length)`. The caller owns the reference. */
export function createBytes(h: HeapState, length: number): number {
  return createAtom(h, atomShape(h, Static.BYTES_TYPE, h.profile.objects.bytesHeadBytes + length));
}

function atomShape(h: HeapState, type: number, blockBytes: number): number {
  return builtinShape(h, { type, length: 0, layout: Layout.ATOM, blockBytes, storageBytes: 0 });
}
