/** What an object takes from the allocator, as one number: objects of the same sizes share a footprint, and are counted together. */

import type { HeapState } from "../heap/heap-state";
import { Field } from "../heap/memory-map";
import { requestShareBytes } from "./size-class";

/** The blocks that one object occupies. */
export interface Footprint {
  /** Requested for the object itself, GC head included. */
  readonly blockBytes: number;
  /** Requested for what belongs to it: attribute values, list items, dict keys. 0 = nothing. */
  readonly storageBytes: number;
  /** What both take from the process: see {@link requestShareBytes}. */
  readonly shareBytes: number;
}

/**
 * The number of a footprint, made when it is new. Reads `h.footprints`, where the number leads back to it.
 *
 * @param blockBytes - Below 2^26.
 * @param storageBytes - Below 2^26.
 */
export function footprintOf(h: HeapState, blockBytes: number, storageBytes: number): number {
  const key = blockBytes * 2 ** 26 + storageBytes;
  const known = h.footprintNumbers.get(key);
  if (known !== undefined) return known;
  const { allocator } = h.profile;
  const shareBytes = requestShareBytes(allocator, blockBytes) + requestShareBytes(allocator, storageBytes);
  const number = h.footprints.push({ blockBytes, storageBytes, shareBytes }) - 1;
  h.footprintNumbers.set(key, number);
  if (number >= h.footprintCounts.length) {
    const larger = new Int32Array(h.footprintCounts.length * 2);
    larger.set(h.footprintCounts);
    h.footprintCounts = larger;
  }
  return number;
}

/** The footprint of a live object. */
export function footprint(h: HeapState, o: number): Footprint {
  return h.footprints[h.memory[o + Field.FOOTPRINT]!]!;
}

/** Give a live object's second block another size. */
export function resizeStorage(h: HeapState, o: number, storageBytes: number): void {
  const old = h.memory[o + Field.FOOTPRINT]!;
  const number = footprintOf(h, h.footprints[old]!.blockBytes, storageBytes);
  h.footprintCounts[old]!--;
  h.footprintCounts[number]!++;
  h.memory[o + Field.FOOTPRINT] = number;
}
