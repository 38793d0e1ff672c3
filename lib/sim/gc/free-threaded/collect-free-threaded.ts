/** One collection of a free-threaded build, start to end. Mirrors `gc_collect_main` and `gc_collect_internal` in gc_free_threading.c (3.13). Read this file to follow a collection. */

import type { HeapState } from "../../heap/heap-state";
import { Place, State } from "../../heap/memory-map";
import { collectStarts, collectStops } from "../collection-report";
import { updateCounts } from "../generation";
import { recordDeallocations, shouldCollect } from "./allocation-count";
import { deduceUnreachableHeap } from "./deduce-unreachable-heap";
import { deleteWorklist } from "./delete-worklist";
import { finalizeWorklist } from "./finalize-worklist";
import type { OnPhase } from "./phase";
import { releaseResurrected } from "./release-resurrected";
import { callWeakrefCallbacks, clearWeakrefsOf } from "./weakrefs-to-garbage";

/**
 * Collect everything. There are no generations; the argument only says which counter and which statistics count it.
 *
 * @param generation - 0 for an automatic collection, 2 for `gc.collect()`.
 * @param onPhase - Told after each phase.
 * @returns The number of objects cleared, as `gc.collect()`; 0 when a collection is running.
 */
export function collectFreeThreaded(h: HeapState, generation: number, onPhase: OnPhase = () => {}): number {
  if (h.memory[State.COLLECTING] !== 0) return 0;
  collectStarts(h, generation);
  updateCounts(h.memory, generation);
  const collected = collectInternal(h, onPhase);
  clearFreeLists(h);
  collectStops(h, generation, collected);
  return collected;
}

/** `_Py_RunGC`: the collection that an allocation has scheduled, if it is still due. @returns as {@link collectFreeThreaded}. */
export function collectFreeThreadedIfDue(h: HeapState, onPhase?: OnPhase): number {
  return shouldCollect(h) ? collectFreeThreaded(h, 0, onPhase) : 0;
}

/** The other threads stand still twice: while garbage is looked for, and while finalized garbage is looked at again. */
function collectInternal(h: HeapState, onPhase: OnPhase): number {
  const unreachable = Place.UNREACHABLE;
  onPhase("stop-the-world");
  // Simplified: on this heap one thread counts, so that no object ever waits for its owner to merge it; the queues and
  // what a collection does about them are in lib/sim/free-threading.
  onPhase("merge-queued-objects");
  deduceUnreachableHeap(h, Place.GENERATION_0, unreachable);
  onPhase("deduce-unreachable");
  const callbacks = clearWeakrefsOf(h, unreachable);
  onPhase("clear-weakrefs");
  onPhase("start-the-world");
  callWeakrefCallbacks(h, callbacks);
  onPhase("call-weakref-callbacks");
  finalizeWorklist(h, unreachable);
  onPhase("finalize-garbage");
  onPhase("stop-the-world");
  releaseResurrected(h, unreachable, Place.GENERATION_0);
  onPhase("handle-resurrected");
  clearFreeLists(h);
  onPhase("clear-free-lists");
  onPhase("start-the-world");
  const collected = deleteWorklist(h, unreachable, Place.GENERATION_0);
  onPhase("delete-garbage");
  return collected;
}

/** `_PyGC_ClearAllFreeLists`: in every collection, not only in a full one, because there is no other. */
function clearFreeLists(h: HeapState): void {
  recordDeallocations(h, h.freeLists.clear());
}
