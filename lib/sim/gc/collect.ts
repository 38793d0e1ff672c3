/** One collection, start to end. Mirrors `gc_collect_main` in gc.c (3.12, 3.13). Read this file to follow a collection. */

import type { HeapState } from "../heap/heap-state";
import { Place, State } from "../heap/memory-map";
import { reportCollectStart, reportCollectStop } from "../heap/report";
import { deduceUnreachable } from "./deduce-unreachable";
import { deleteGarbage } from "./delete-garbage";
import { merge, size } from "./gc-list";
import { generationList, mergeYounger, olderList, updateCounts } from "./generation";
import { untrackDicts, untrackTuples } from "./untrack";

/**
 * Collect `generation` and all younger ones.
 *
 * Simplified: weak references, finalizers and resurrection do not exist here yet; nothing is ever uncollectable.
 *
 * @param generation - 0, 1 or 2.
 * @returns The number of unreachable objects found, as `gc.collect(generation)`; 0 when a collection is running.
 */
export function collect(h: HeapState, generation: number): number {
  const { memory } = h;
  if (memory[State.COLLECTING] !== 0) return 0;
  memory[State.COLLECTING] = 1;
  reportCollectStart(h, generation);
  updateCounts(memory, generation);
  mergeYounger(memory, generation);
  const young = generationList(generation);
  const old = olderList(generation);
  const collected = deduceUnreachable(memory, young, Place.UNREACHABLE);
  untrackTuples(memory, young);
  promoteSurvivors(h, generation, young, old);
  deleteGarbage(h, Place.UNREACHABLE, old);
  h.collections[generation]!++;
  h.collectedObjects[generation]! += collected;
  reportCollectStop(h, generation, collected);
  memory[State.COLLECTING] = 0;
  return collected;
}

/** Survivors move one generation up. The numbers kept here decide when a full collection is worth while. */
function promoteSurvivors(h: HeapState, generation: number, young: number, old: number): void {
  if (generation === 1) h.longLivedPending += size(h.memory, young);
  if (generation < 2) return merge(h.memory, young, old);
  if (h.profile.collector.untracksDicts) untrackDicts(h.memory, young);
  h.longLivedPending = 0;
  h.longLivedTotal = h.profile.startup.trackedObjects + size(h.memory, young);
}
