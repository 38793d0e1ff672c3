/** The ordinary algorithm, on any set of objects. Mirrors `gc_collect_region` in gc.c. */

import type { HeapState } from "../../heap/heap-state";
import { GcRefs, Place } from "../../heap/memory-map";
import { deduceUnreachable } from "../deduce-unreachable";
import { merge } from "../gc-list";
import { reclaim } from "../reclaim";
import { reportStep } from "../step";
import { untrackTuples } from "../untrack";
import { setSpace } from "./space";

/**
 * Find and reclaim what nothing outside of `from` reaches.
 *
 * After this, `from` is empty unless it is `to`, and `to` holds the survivors; of a part of the heap, they are
 * in the visited space.
 *
 * @returns The number of objects collected.
 */
export function collectRegion(h: HeapState, from: number, to: number): number {
  const { memory } = h;
  const found = deduceUnreachable(h, from, Place.UNREACHABLE);
  untrackTuples(memory, from);
  reportStep(h, "untrack_tuples", from, Place.UNREACHABLE);
  if (from !== to) merge(memory, from, to);
  const collected = reclaim(h, found, Place.UNREACHABLE, to);
  // Finalizers may have made objects, and the memory another one. After a full collection nothing is visited.
  if (from !== to) setSpace(h.memory, to, GcRefs.VISITED);
  return collected;
}
