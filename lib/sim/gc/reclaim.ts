/** What is done with garbage once it is found: the second half of `gc_collect_main`, the same for every collector. */

import type { HeapState } from "../heap/heap-state";
import { Layout, Place, State } from "../heap/memory-map";
import { deleteGarbage } from "./delete-garbage";
import { finalizeGarbage } from "./finalize-garbage";
import { size } from "./gc-list";
import { handleResurrected } from "./handle-resurrected";
import { clearRemainingWeakrefs, handleWeakrefs } from "./handle-weakrefs";
import { reportStep } from "./step";

/** Objects that the first steps must look at. Weak references themselves are among those with `MEMBERS`. */
const LOOKED_AT = Layout.WEAKLY_REFERENCED | Layout.FINALIZER | Layout.MEMBERS;

/**
 * Call the callbacks of weak references to the garbage, then its finalizers; what is reachable again lives on; the rest
 * is cleared.
 *
 * @param found - How many objects {@link deduceUnreachable} has just found.
 * @param unreachable - These objects. Empty after.
 * @param old - Where what survives goes.
 * @returns The number of objects collected, resurrected ones excluded: what `gc.collect()` returns.
 */
export function reclaim(h: HeapState, found: number, unreachable: number, old: number): number {
  if ((h.memory[State.FOUND_LAYOUTS]! & LOOKED_AT) === 0 && h.onStep === null) {
    deleteGarbage(h, unreachable, old);
    return found;
  }
  const callbacks = handleWeakrefs(h, unreachable, old);
  reportStep(h, "handle_weakrefs", 0, unreachable);
  const finalized = finalizeGarbage(h, unreachable);
  reportStep(h, "finalize_garbage", 0, unreachable);
  // Nothing can have become reachable where no code of the program ran.
  const ran = callbacks.called || finalized;
  const garbage = ran ? handleResurrected(h, unreachable, Place.STILL_UNREACHABLE, old) : unreachable;
  reportStep(h, "handle_resurrected", old, garbage);
  if (h.profile.collector.clearsWeakrefs === "after finalizers") clearRemainingWeakrefs(h, garbage);
  const collected = callbacks.freed + size(h.memory, garbage);
  deleteGarbage(h, garbage, old);
  reportStep(h, "delete_garbage", old, garbage);
  return collected;
}
