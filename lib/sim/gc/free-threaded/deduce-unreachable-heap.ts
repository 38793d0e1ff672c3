/** Finds the garbage among all tracked objects, while no other thread runs. Mirrors `deduce_unreachable_heap` in gc_free_threading.c (3.13). */

import type { HeapState } from "../../heap/heap-state";
import { gcRefsAt } from "../../heap/memory-map";
import { subtractRefs } from "../subtract-refs";
import { untrackDicts, untrackTuples } from "../untrack";
import { updateRefs } from "../update-refs";
import { markReachable } from "./mark-reachable";
import { objectsOf, push } from "./worklist";

/**
 * Put everything that is reachable only from itself on the worklist. Runs no program code, allocates nothing.
 *
 * The first three steps are one walk in CPython (`update_refs`), which finds objects in mimalloc's pages, because they
 * are on no list. The order of the counting does not matter; that of the worklist follows from the walk.
 *
 * Simplified: CPython walks in the order of addresses, page by page, instances of classes after all others; here in the
 * order in which the objects were tracked, survivors of resurrection last. And it looks at tuples and dicts for
 * untracking in that order; here at tuples first.
 *
 * @param heap - The list of all tracked objects. Those that stay keep their order.
 * @param unreachable - An empty worklist; after, the last found is first.
 */
export function deduceUnreachableHeap(h: HeapState, heap: number, unreachable: number): void {
  const { memory } = h;
  untrackTuples(memory, heap);
  if (h.profile.collector.untracksDicts) untrackDicts(memory, heap);
  updateRefs(memory, heap);
  subtractRefs(memory, heap);
  markReachable(memory, heap);
  h.longLivedTotal = h.startupTracked + scanHeap(h, heap, unreachable);
}

/** `scan_heap_visitor`: what no mark has reached is garbage. @returns the number of the others. */
function scanHeap(h: HeapState, heap: number, unreachable: number): number {
  let live = 0;
  for (const o of objectsOf(h.memory, heap)) {
    if (h.memory[gcRefsAt(h.memory, o)] === 0) push(h, unreachable, o);
    else live++;
  }
  return live;
}
