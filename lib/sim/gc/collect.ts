/** One collection, start to end. Mirrors `gc_collect_main` in gc.c (3.12, 3.13). Read this file to follow a collection. */

import type { HeapState } from "../heap/heap-state";
import { Place, State } from "../heap/memory-map";
import { clearFreeLists } from "./clear-free-lists";
import { collectStarts, collectStops } from "./collection-report";
import { deduceUnreachable } from "./deduce-unreachable";
import { merge, size } from "./gc-list";
import { generationList, mergeYounger, olderList, updateCounts } from "./generation";
import { reclaim } from "./reclaim";
import { reportStep } from "./step";
import { untrackDicts, untrackTuples } from "./untrack";

/**
 * Collect `generation` and all younger ones.
 *
 * @param generation - 0, 1 or 2.
 * @returns The number of unreachable objects found, as `gc.collect(generation)`; 0 when a collection is running.
 */
export function collect(h: HeapState, generation: number): number {
  if (h.memory[State.COLLECTING] !== 0) return 0;
  collectStarts(h, generation);
  const { memory } = h;
  updateCounts(memory, generation);
  mergeYounger(memory, generation);
  const young = generationList(generation);
  const old = olderList(generation);
  reportStep(h, "merge_younger", young, Place.UNREACHABLE);
  const found = deduceUnreachable(h, young, Place.UNREACHABLE);
  untrackTuples(memory, young);
  reportStep(h, "untrack_tuples", young, Place.UNREACHABLE);
  promoteSurvivors(h, generation, young, old);
  const collected = reclaim(h, found, Place.UNREACHABLE, old);
  if (generation === 2) clearFreeLists(h);
  collectStops(h, generation, collected);
  return collected;
}

/** Survivors move one generation up. The numbers kept here decide when a full collection is worth while. */
function promoteSurvivors(h: HeapState, generation: number, young: number, old: number): void {
  if (generation === 1) h.longLivedPending += size(h.memory, young);
  if (generation < 2) return merge(h.memory, young, old);
  if (h.profile.collector.untracksDicts) untrackDicts(h.memory, young);
  h.longLivedPending = 0;
  h.longLivedTotal = h.startupTracked + size(h.memory, young);
}
