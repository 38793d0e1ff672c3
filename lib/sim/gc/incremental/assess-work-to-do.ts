/** How many objects the next increment should look at. Mirrors `assess_work_to_do` in gc.c. */

import { trackedObjects } from "../../alloc/usage";
import type { HeapState } from "../../heap/heap-state";
import { State } from "../../heap/memory-map";

/** `SCAN_RATE_DIVISOR`: with the second threshold of 10, an increment looks at 1 % of the heap. */
const SCAN_RATE_DIVISOR = 10;

/**
 * As many as are new, and a part of the heap, so that the collector stays ahead of the program: at most twice as many
 * again, because more would make the total work quadratic. The count of young objects starts again from 0.
 *
 * @returns Objects.
 */
export function assessWorkToDo(h: HeapState): number {
  const { memory } = h;
  const scaleFactor = Math.max(2, memory[State.THRESHOLD1]!);
  const newObjects = memory[State.COUNT0]!;
  const heapFraction = Math.floor(Math.floor(heapSize(h) / SCAN_RATE_DIVISOR) / scaleFactor);
  memory[State.COUNT0] = 0;
  return newObjects + Math.min(heapFraction, 2 * newObjects);
}

/** `heap_size`: tracked objects, frozen or not, those of the start-up among them. */
export function heapSize(h: HeapState): number {
  return h.startupTracked + h.startupFrozen + trackedObjects(h);
}
