/** The permanent generation: what no collection looks at. Mirrors `gc_freeze_impl`, `gc_unfreeze_impl`. */

import type { HeapState } from "../heap/heap-state";
import { Place, State } from "../heap/memory-map";
import { merge, size } from "./gc-list";
import { generationList } from "./generation";
import { freezeIncrementally, unfreezeIncrementally } from "./incremental/freeze";

/** Move every generation to the permanent one; the counters restart, except in a free-threaded build. */
export function freeze(h: HeapState): void {
  const { kind } = h.profile.collector;
  if (kind === "incremental") freezeIncrementally(h);
  else freezeGenerations(h, kind === "generational");
  h.startupFrozen += h.startupTracked;
  h.startupTracked = 0;
}

function freezeGenerations(h: HeapState, restartsCounters: boolean): void {
  for (let generation = 0; generation <= 2; generation++) {
    merge(h.memory, generationList(generation), Place.PERMANENT);
    if (restartsCounters) h.memory[State.COUNT0 + generation] = 0;
  }
}

/** Move it all to the oldest generation. */
export function unfreeze(h: HeapState): void {
  if (h.profile.collector.kind === "incremental") unfreezeIncrementally(h);
  else merge(h.memory, Place.PERMANENT, Place.GENERATION_2);
  h.startupTracked += h.startupFrozen;
  h.startupFrozen = 0;
}

/** How many objects are frozen. */
export function frozen(h: HeapState): number {
  return h.startupFrozen + size(h.memory, Place.PERMANENT);
}
