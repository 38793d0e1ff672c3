/** Marks what the running frames hold. Mirrors `mark_stacks` in gc.c. */

import type { HeapState } from "../../heap/heap-state";
import { markReachable } from "./mark-reachable";

/**
 * Mark from the functions, locals and operand stacks of all frames.
 *
 * CPython stops at a frame that it has marked from before in this cycle: the frames below have not run since, so that
 * marking from them again finds nothing.
 *
 * @returns How many objects were marked.
 */
export function markStacks(h: HeapState): number {
  const { visitFrames } = h.incremental;
  if (visitFrames === null) return 0;
  const held: number[] = [];
  visitFrames((o) => held.push(o));
  return markReachable(h, held);
}
