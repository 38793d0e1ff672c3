/** How big an object is: what was asked of the allocator for it, and what `sys.getsizeof` tells of that. */

import type { HeapState } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { shapeOf } from "../heap/shape";
import { INT_DIGIT_BYTES, strBytes } from "./atom";
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
  const { intHeadBytes, noneBytes, tupleHeadBytes, zeroHasDigit } = h.profile.objects;
  if (o === Static.NONE) return noneBytes;
  if (o === Static.EMPTY_TUPLE) return tupleHeadBytes;
  return (o === Static.ZERO || o === Static.FALSE) && !zeroHasDigit
    ? intHeadBytes
    : intHeadBytes + INT_DIGIT_BYTES;
}

/**
 * `sys.getsizeof(o)`: it leaves out the attribute values of an instance, wherever they are. Of a dict whose keys are
 * shared it tells the values that one made now would have room for.
 */
export function getsizeof(h: HeapState, o: number): number {
  const shared = h.memory[o + Field.TYPE] === Static.DICT_TYPE ? h.splitValues.get(o) : undefined;
  if (shared !== undefined) return shapeOf(h, o).blockBytes + 8 * shared.cls.capacity;
  if ((h.memory[o + Field.LAYOUT]! & (Layout.SUBCLASS | Layout.MEMBERS)) !== 0) return sizeBytes(h, o);
  // The names in the program's code take no memory here, but have their size all the same.
  if (h.memory[o + Field.TYPE] === Static.STR_TYPE)
    return strBytes(h.profile.objects, h.payload.get(o) as string);
  const cls = h.classes.get(h.memory[o + Field.TYPE]!);
  return cls === undefined ? sizeBytes(h, o) : cls.headBytes;
}
