/** What the collector's lists hold, for inspection. Mirrors `gc_get_objects_impl`, `gc_get_referrers`. */

import type { HeapState } from "../heap/heap-state";
import { Field } from "../heap/memory-map";
import { referencesOf } from "../heap/referents";
import { generationList } from "./generation";
import { listsOfGeneration } from "./incremental/generation";

/** The tracked objects of a generation, or of all, the youngest first; each list in its order. Not the frozen ones. */
export function objectsOf(h: HeapState, generation?: number): number[] {
  const { memory } = h;
  return listsOf(h, generation).flatMap((list) => {
    const objects: number[] = [];
    for (let o = memory[list + Field.GC_NEXT]!; o !== list; o = memory[o + Field.GC_NEXT]!) objects.push(o);
    return objects;
  });
}

/** The lists that stand for a generation: the incremental collector has none for 1, a free-threaded build only one. */
function listsOf(h: HeapState, generation?: number): readonly number[] {
  const { kind } = h.profile.collector;
  const all = [0, 1, 2] as const;
  if (kind === "free-threaded" || generation === undefined) return all.map(generationList);
  return kind === "incremental" ? listsOfGeneration(generation as 0 | 1 | 2) : [generationList(generation)];
}

/** The tracked objects that refer to any of `targets`, in the order of the lists. */
export function referrersOf(h: HeapState, targets: readonly number[]): number[] {
  return objectsOf(h).filter((o) => referencesOf(h, o).some((referent) => targets.includes(referent)));
}
