/** `gc.set_threshold()`: when an allocation looks whether a collection is due. */

import type { HeapState } from "../heap/heap-state";
import { State } from "../heap/memory-map";

/** Set the first thresholds; those that are left out stay. @param thresholds - One to three whole numbers from 0 on. */
export function setThresholds(h: HeapState, thresholds: readonly number[]): void {
  h.memory.set(thresholds, State.THRESHOLD0);
  // A free-threaded build counts in the thread first: every allocation takes the long way.
  h.memory[State.TRIGGER] = h.profile.collector.kind === "free-threaded" ? -1 : h.memory[State.THRESHOLD0]!;
}
