/** What the collector's lists hold, for inspection. Mirrors `gc_get_objects_impl`, `gc_get_referrers`. */

import type { HeapState } from "../heap/heap-state";
import { Field } from "../heap/memory-map";
import { referencesOf } from "../heap/referents";
import { generationList } from "./generation";

/** The tracked objects of a generation, or of all, the youngest first; each list in its order. Not the frozen ones. */
export function objectsOf(h: HeapState, generation?: number): number[] {
  const generations = generation === undefined ? [0, 1, 2] : [generation];
  const { memory } = h;
  return generations.flatMap((one) => {
    const list = generationList(one);
    const objects: number[] = [];
    for (let o = memory[list + Field.GC_NEXT]!; o !== list; o = memory[o + Field.GC_NEXT]!) objects.push(o);
    return objects;
  });
}

/** The tracked objects that refer to any of `targets`, in the order of the lists. */
export function referrersOf(h: HeapState, targets: readonly number[]): number[] {
  return objectsOf(h).filter((o) => referencesOf(h, o).some((referent) => targets.includes(referent)));
}
