/** `gc.collect()`: all objects at once, whatever the cycle has done so far. Mirrors `gc_collect_full` in gc.c. */

import type { HeapState } from "../../heap/heap-state";
import { Place, State } from "../../heap/memory-map";
import { clearFreeLists } from "../clear-free-lists";
import { merge } from "../gc-list";
import { untrackTuples } from "../untrack";
import { collectRegion } from "./collect-region";
import { completedScavenge } from "./completed-scavenge";
import { pendingList, visitedList } from "./space";

/** Survivors are pending in the cycle that begins. All counts start again from 0. @returns the number of objects collected. */
export function collectFull(h: HeapState): number {
  const { incremental, memory } = h;
  const visited = visitedList(h);
  untrackTuples(memory, Place.GENERATION_0);
  merge(memory, Place.GENERATION_0, pendingList(h));
  merge(memory, pendingList(h), visited);
  memory[State.COUNT0] = 0;
  const collected = collectRegion(h, visited, visited);
  h.memory[State.COUNT0] = 0;
  incremental.counts.fill(0);
  completedScavenge(h);
  clearFreeLists(h);
  return collected;
}
