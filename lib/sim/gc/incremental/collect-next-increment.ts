/** One step of a cycle: nothing yet, the marking, or one increment. Mirrors `gc_collect_increment` in gc.c. */

import type { HeapState } from "../../heap/heap-state";
import { Place } from "../../heap/memory-map";
import { merge } from "../gc-list";
import { untrackTuples } from "../untrack";
import { assessWorkToDo } from "./assess-work-to-do";
import { collectRegion } from "./collect-region";
import { completedScavenge } from "./completed-scavenge";
import { fillIncrement } from "./fill-increment";
import { markAtStart } from "./mark-at-start";
import { markStacks } from "./mark-stacks";
import { pendingIsEmpty, visitedList } from "./space";

/**
 * Do what is due, if anything is.
 *
 * What is marked at the start of a cycle is taken from the work twice, as CPython does: by {@link markAtStart} and
 * here. With L live objects nothing is collected until the program has made up for 2 L.
 *
 * @returns The number of objects collected; null when it returned without an increment.
 */
export function collectNextIncrement(h: HeapState): number | null {
  const { incremental } = h;
  incremental.workToDo += assessWorkToDo(h);
  if (incremental.workToDo < 0) return null;
  untrackTuples(h.memory, Place.GENERATION_0);
  if (incremental.phase === "mark") {
    const marked = markAtStart(h);
    incremental.workToDo -= marked;
    return null;
  }
  incremental.workToDo -= markStacks(h);
  const size = fillIncrement(h);
  const collected = collectRegion(h, Place.INCREMENT, Place.SURVIVORS);
  merge(h.memory, Place.SURVIVORS, visitedList(h));
  incremental.workToDo -= size;
  if (pendingIsEmpty(h)) completedScavenge(h);
  return collected;
}
