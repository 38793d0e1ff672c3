/** A full collection gives back what the free lists keep. Mirrors `clear_freelists`, `_PyGC_ClearAllFreeLists`. */

import { freeKeptBlocks } from "../alloc/heap-blocks";
import type { HeapState } from "../heap/heap-state";
import { State } from "../heap/memory-map";

/** Free what is kept: each object lowers the youngest generation's count, never below 0. */
export function clearFreeLists(h: HeapState): void {
  const freed = h.freeLists.clear() + h.callFrames.clear();
  if (h.blocks !== null) freeKeptBlocks(h.blocks);
  h.memory[State.COUNT0] = Math.max(0, h.memory[State.COUNT0]! - freed);
}
