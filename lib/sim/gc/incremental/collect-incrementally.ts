/** A collection by the incremental collector, start to end. Mirrors `_PyGC_Collect` in gc.c (3.14.0 to 3.14.4). Read this file to follow one. */

import type { HeapState } from "../../heap/heap-state";
import { State } from "../../heap/memory-map";
import { collectStarts, collectStops } from "../collection-report";
import { collectFull } from "./collect-full";
import { collectNextIncrement } from "./collect-next-increment";
import { collectYoung } from "./collect-young";

/**
 * Collect the young objects (0), do the next step of the cycle (1), or collect everything (2).
 *
 * `gc.get_stats()` counts a step only when it was an increment, although the callbacks hear of all of them.
 *
 * @param generation - 0, 1 or 2.
 * @returns The number of unreachable objects found, as `gc.collect(generation)`; 0 when a collection is running.
 */
export function collectIncrementally(h: HeapState, generation: number): number {
  if (h.memory[State.COLLECTING] !== 0) return 0;
  collectStarts(h, generation);
  const collected = collectGeneration(h, generation);
  // collectStops counts every collection.
  if (collected === null) h.stats[1].collections--;
  collectStops(h, generation, collected ?? 0);
  return collected ?? 0;
}

/** An automatic run is always a step of the cycle (`_Py_RunGC`). */
export function collectIncrement(h: HeapState): void {
  collectIncrementally(h, 1);
}

function collectGeneration(h: HeapState, generation: number): number | null {
  if (generation === 0) return collectYoung(h);
  if (generation === 1) return collectNextIncrement(h);
  return collectFull(h);
}
