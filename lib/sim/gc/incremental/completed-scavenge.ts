/** A cycle is over. Mirrors `completed_scavenge` in gc.c. */

import type { HeapState } from "../../heap/heap-state";
import { GcRefs } from "../../heap/memory-map";
import { setSpace, visitedList } from "./space";

/**
 * The visited space becomes the pending one, and the next cycle begins by marking, with no work on account.
 *
 * CPython turns the meaning of one bit instead of walking the objects; while something is frozen it does walk them, and
 * the spaces keep their roles.
 */
export function completedScavenge(h: HeapState): void {
  const { incremental } = h;
  setSpace(h.memory, visitedList(h), GcRefs.REACHABLE);
  incremental.visitedSpace = incremental.visitedSpace === 0 ? 1 : 0;
  incremental.startupPending = Math.min(incremental.startupUnmarked, h.startupTracked);
  incremental.workToDo = 0;
  incremental.phase = "mark";
}
