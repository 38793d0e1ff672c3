/** How big an object is: what was asked of the allocator for it. */

import type { HeapState } from "../heap/heap-state";
import { shapeOf } from "../heap/shape";
import { INT_DIGIT_BYTES } from "./atom";
import { Static } from "./static-object";

/**
 * Bytes of a live object and of what belongs to it, GC head included; not of what it refers to.
 * Of the objects that exist before the program, `None`, the small ints and the empty tuple are known.
 */
export function sizeBytes(h: HeapState, o: number): number {
  if (o >= Static.FIRST_ALLOCATED) {
    const { blockBytes, storageBytes } = shapeOf(h, o);
    return blockBytes + storageBytes;
  }
  const { intHeadBytes, noneBytes, tupleHeadBytes } = h.profile.objects;
  if (o === Static.NONE) return noneBytes;
  return o === Static.EMPTY_TUPLE ? tupleHeadBytes : intHeadBytes + INT_DIGIT_BYTES;
}
