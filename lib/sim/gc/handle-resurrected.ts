/** After the finalizers: what they made reachable lives on. Mirrors `handle_resurrected_objects`, in 3.8 `check_garbage`. */

import type { HeapState } from "../heap/heap-state";
import { Field, GcRefs, gcRefsAt } from "../heap/memory-map";
import { deduceUnreachable } from "./deduce-unreachable";
import { merge } from "./gc-list";
import { subtractRefs } from "./subtract-refs";
import { updateRefs } from "./update-refs";

/**
 * Look once more at the garbage, for references from outside of it.
 *
 * @param unreachable - Empty after, unless it is what is returned.
 * @param stillUnreachable - An empty list.
 * @param old - Where the objects go that live on.
 * @returns the list of what is garbage all the same. Up to 3.8 that is nothing, if only one object is resurrected.
 */
export function handleResurrected(
  h: HeapState,
  unreachable: number,
  stillUnreachable: number,
  old: number,
): number {
  if (!h.profile.collector.resurrectsPartly) {
    if (isStillGarbage(h.memory, unreachable)) return unreachable;
  } else deduceUnreachable(h, unreachable, stillUnreachable);
  merge(h.memory, unreachable, old);
  return stillUnreachable;
}

/** `check_garbage`: is nothing on the list referred to from outside of it? */
function isStillGarbage(memory: Int32Array, unreachable: number): boolean {
  updateRefs(memory, unreachable);
  subtractRefs(memory, unreachable);
  let outside = 0;
  for (let o = memory[unreachable + Field.GC_NEXT]!; o !== unreachable; o = memory[o + Field.GC_NEXT]!) {
    if (memory[gcRefsAt(memory, o)] !== 0) outside++;
    memory[gcRefsAt(memory, o)] = GcRefs.REACHABLE;
  }
  return outside === 0;
}
