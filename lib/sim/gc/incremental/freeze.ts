/** `gc.freeze()` and `gc.unfreeze()` for the objects of the program. Mirrors `_PyGC_Freeze`, `_PyGC_Unfreeze` of 3.14.0 to 3.14.4. */

import type { HeapState } from "../../heap/heap-state";
import { GcRefs, Place, State } from "../../heap/memory-map";
import { merge } from "../gc-list";
import { setSpace, visitedList } from "./space";

/** Hide all tracked objects from the collector. All counts start again from 0. */
export function freezeIncrementally(h: HeapState): void {
  const { incremental, memory } = h;
  for (const list of [Place.GENERATION_0, Place.GENERATION_1, Place.GENERATION_2]) {
    // What is frozen counts as visited: marking passes it by, and what it alone refers to.
    setSpace(memory, list, GcRefs.VISITED);
    merge(memory, list, Place.PERMANENT);
  }
  incremental.startupPending = 0;
  incremental.counts.fill(0);
  memory[State.COUNT0] = 0;
}

/** Put what is frozen into the visited space: the next cycle will look at it. */
export function unfreezeIncrementally(h: HeapState): void {
  merge(h.memory, Place.PERMANENT, visitedList(h));
}
