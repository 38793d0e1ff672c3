/** `gc.collect(0)`: the young objects alone. Mirrors `gc_collect_young` in gc.c. */

import type { HeapState } from "../../heap/heap-state";
import { Place, State } from "../../heap/memory-map";
import { merge } from "../gc-list";
import { untrackTuples } from "../untrack";
import { collectRegion } from "./collect-region";
import { visitedList } from "./space";

/** Survivors go to the visited space. @returns the number of objects collected. */
export function collectYoung(h: HeapState): number {
  const { incremental, memory } = h;
  untrackTuples(memory, Place.GENERATION_0);
  const collected = collectRegion(h, Place.GENERATION_0, Place.SURVIVORS);
  merge(h.memory, Place.SURVIVORS, visitedList(h));
  h.memory[State.COUNT0] = 0;
  incremental.counts[incremental.visitedSpace]++;
  return collected;
}
