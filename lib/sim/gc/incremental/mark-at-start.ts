/** A cycle begins: everything that is reachable for certain is marked. Mirrors `mark_at_start` in gc.c. */

import type { HeapState } from "../../heap/heap-state";
import { Layout, ShapeWord } from "../../heap/memory-map";
import { markReachable } from "./mark-reachable";
import { markStacks } from "./mark-stacks";

/**
 * Mark from the interpreter's own references and from all frames. After this the pending space holds what can only be
 * told by counting references, and the cycle goes on in increments.
 *
 * @returns How many objects were marked, those of the start-up among them.
 */
export function markAtStart(h: HeapState): number {
  const { incremental } = h;
  const marked = markGlobalRoots(h) + markStacks(h);
  incremental.workToDo -= marked;
  incremental.phase = "collect";
  return marked;
}

/**
 * `mark_global_roots`: the modules, `builtins` and the dicts of the static types.
 *
 * Simplified: real start-up objects are marked one by one; here they are a number, measured, because all that comes of
 * it is how many they are.
 */
function markGlobalRoots(h: HeapState): number {
  const marked = markReachable(h, h.internal.keys());
  return marked + startupMarked(h) - placedAtStart(h);
}

/** 0 while they are frozen. */
function startupMarked(h: HeapState): number {
  return Math.max(0, h.startupTracked - h.incremental.startupUnmarked);
}

/** Start-up objects that do exist here, such as the module `__main__`: marking has counted them already. */
function placedAtStart(h: HeapState): number {
  let placed = 0;
  for (const [at, { blockBytes, layout }] of h.shapes) {
    if (blockBytes === 0 && (layout & Layout.ATOM) === 0) placed += h.memory[at + ShapeWord.LIVE]!;
  }
  return placed;
}
