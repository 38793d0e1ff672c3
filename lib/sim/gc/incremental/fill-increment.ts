/** Chooses the objects of an increment. Mirrors the middle of `gc_collect_increment` and `expand_region_transitively_reachable`. */

import type { HeapState } from "../../heap/heap-state";
import { Field, GcRefs, gcRefsAt, Place } from "../../heap/memory-map";
import { merge, move } from "../gc-list";
import { visitReferents } from "./mark-reachable";
import { pendingList, setSpace } from "./space";

/**
 * Put all young objects into the empty increment, then pending ones from the oldest on, each with all pending objects
 * that it reaches, until there are as many as there is work to do. A cycle of garbage is so always in one increment.
 *
 * @returns The size of the increment, start-up objects included.
 */
export function fillIncrement(h: HeapState): number {
  const { memory } = h;
  const { workToDo } = h.incremental;
  const pending = pendingList(h);
  let size = setSpace(memory, Place.GENERATION_0, GcRefs.VISITED);
  merge(memory, Place.GENERATION_0, Place.INCREMENT);
  while (size < workToDo && memory[pending + Field.GC_NEXT] !== pending) {
    const o = memory[pending + Field.GC_NEXT]!;
    move(memory, o, Place.INCREMENT);
    memory[gcRefsAt(memory, o)] = GcRefs.VISITED;
    size += 1 + expandRegionTransitivelyReachable(memory, Place.INCREMENT, o);
  }
  return size + takeStartupObjects(h, workToDo - size);
}

/** Add to `container` what `o`, its last object, reaches and is not visited. @returns how many were added. */
function expandRegionTransitivelyReachable(memory: Int32Array, container: number, o: number): number {
  let added = 0;
  for (let at = o; at !== container; at = memory[at + Field.GC_NEXT]!) {
    added += visitReferents(memory, at, container);
  }
  return added;
}

/**
 * Start-up objects that marking does not reach fill the increment up. They all survive.
 *
 * Simplified: real ones lie among the program's pending objects, most often behind them, and bring along what they
 * reach; here they come last and one by one. A cycle ends with the same trigger; what it finds in its last increments
 * may be found a few triggers earlier than in CPython.
 *
 * @returns How many were taken.
 */
function takeStartupObjects(h: HeapState, wanted: number): number {
  const { incremental } = h;
  const taken = Math.max(0, Math.min(wanted, incremental.startupPending));
  incremental.startupPending -= taken;
  return taken;
}
