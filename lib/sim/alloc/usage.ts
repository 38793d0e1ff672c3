/** How much is in use, told at any moment without walking the heap. */

import type { HeapState } from "../heap/heap-state";
import { ShapeWord, State } from "../heap/memory-map";

/** Memory in use by the program. What was there before it is not counted. */
export interface Usage {
  readonly liveObjects: number;
  readonly trackedObjects: number;
  /** Every block with its share of its pool; not a whole number. */
  readonly bytes: number;
}

/** All of it at once. */
export function usage(h: HeapState): Usage {
  return { liveObjects: liveObjects(h), trackedObjects: trackedObjects(h), bytes: usedBytes(h) };
}

/** Objects alive, tracked or not. What was there before the program is not counted. */
export function liveObjects(h: HeapState): number {
  let live = 0;
  for (const [at, { blockBytes }] of h.shapes) if (blockBytes > 0) live += h.memory[at + ShapeWord.LIVE]!;
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
  let bytes = 0;
  for (const [at, { blockBytes, shareBytes }] of h.shapes)
    if (blockBytes > 0) bytes += h.memory[at + ShapeWord.LIVE]! * shareBytes;
  return bytes;
}
