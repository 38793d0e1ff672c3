/** Counts the blocks in use, so that memory can be told at any moment without walking the heap. */

import type { HeapState } from "../heap/heap-state";
import { State } from "../heap/memory-map";
import { blockShareBytes, LARGE, sizeClass } from "./size-class";

/** Count a block that an object occupies. */
export function claimObject(h: HeapState, requestBytes: number): void {
  const cls = sizeClass(requestBytes);
  h.memory[State.OBJECT_BLOCKS + cls]!++;
  if (cls === LARGE) h.largeBytes += requestBytes;
}

/** Take back what {@link claimObject} counted for the same number of bytes. */
export function releaseObject(h: HeapState, requestBytes: number): void {
  const cls = sizeClass(requestBytes);
  h.memory[State.OBJECT_BLOCKS + cls]!--;
  if (cls === LARGE) h.largeBytes -= requestBytes;
}

/** Count a block of values, items or keys that belongs to an object. */
export function claimStorage(h: HeapState, requestBytes: number): void {
  const cls = sizeClass(requestBytes);
  h.memory[State.STORAGE_BLOCKS + cls]!++;
  if (cls === LARGE) h.largeBytes += requestBytes;
}

/** Take back what {@link claimStorage} counted for the same number of bytes. */
export function releaseStorage(h: HeapState, requestBytes: number): void {
  const cls = sizeClass(requestBytes);
  h.memory[State.STORAGE_BLOCKS + cls]!--;
  if (cls === LARGE) h.largeBytes -= requestBytes;
}

/** Objects alive, tracked or not. What was there before the program is not counted. */
export function liveObjects(h: HeapState): number {
  let live = 0;
  for (let cls = 1; cls <= LARGE; cls++) live += h.memory[State.OBJECT_BLOCKS + cls]!;
  return live;
}

/** Objects alive that the collector knows of. What was there before the program is not counted. */
export function trackedObjects(h: HeapState): number {
  return liveObjects(h) - h.memory[State.UNTRACKED]!;
}

/**
 * Memory in use: every block with its share of its pool, large blocks as requested.
 *
 * Simplified: real pymalloc hands out pools of 16 KiB and arenas of 1 MiB and keeps those that are partly used;
 * here each block carries its share of a full pool, because in a growing heap the pools are full.
 *
 * @returns Bytes, not a whole number.
 */
export function usedBytes(h: HeapState): number {
  let bytes = h.largeBytes;
  for (let cls = 1; cls < LARGE; cls++) {
    const blocks = h.memory[State.OBJECT_BLOCKS + cls]! + h.memory[State.STORAGE_BLOCKS + cls]!;
    if (blocks !== 0) bytes += blocks * blockShareBytes(h.profile.allocator, cls);
  }
  return bytes;
}
