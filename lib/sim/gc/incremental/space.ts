/** The young list and the two old spaces, which change their roles with every cycle. Mirrors `visited_space` in gc.c. */

import type { HeapState } from "../../heap/heap-state";
import { Field, type GcRefs, gcRefsAt, Place } from "../../heap/memory-map";

/** What this cycle has looked at. */
export function visitedList(h: HeapState): number {
  return oldList(h.incremental.visitedSpace);
}

/** What this cycle still has to look at. */
export function pendingList(h: HeapState): number {
  return oldList(1 - h.incremental.visitedSpace);
}

/** Is there nothing left for this cycle, start-up objects included? */
export function pendingIsEmpty(h: HeapState): boolean {
  const pending = pendingList(h);
  return h.memory[pending + Field.GC_NEXT] === pending && h.incremental.startupPending === 0;
}

/** `gc_list_set_space`: say of every object in `list` that it is in the visited space, or that it is not. @returns how many. */
export function setSpace(memory: Int32Array, list: number, space: GcRefs.VISITED | GcRefs.REACHABLE): number {
  let size = 0;
  for (let o = memory[list + Field.GC_NEXT]!; o !== list; o = memory[o + Field.GC_NEXT]!) {
    memory[gcRefsAt(memory, o)] = space;
    size++;
  }
  return size;
}

function oldList(space: number): number {
  return space === 0 ? Place.GENERATION_1 : Place.GENERATION_2;
}
