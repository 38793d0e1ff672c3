/** What the module `gc` shows as three generations, where there are a young list and two old spaces. Mirrors `Modules/gcmodule.c` (3.14.0 to 3.14.4). */

import type { HeapState } from "../../heap/heap-state";
import { Place, State } from "../../heap/memory-map";

/** The lists of `gc.get_objects(generation)`: the young one; none; both old spaces. */
export function listsOfGeneration(generation: 0 | 1 | 2): readonly number[] {
  if (generation === 0) return [Place.GENERATION_0];
  return generation === 1 ? [] : [Place.GENERATION_1, Place.GENERATION_2];
}

/** `gc.get_count()`: new objects, then the young collections since each old space was last emptied, the visited one's first. */
export function getCount(h: HeapState): [number, number, number] {
  const { counts, visitedSpace } = h.incremental;
  return [h.memory[State.COUNT0]!, counts[visitedSpace], counts[visitedSpace === 0 ? 1 : 0]];
}
