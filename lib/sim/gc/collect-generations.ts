/** An automatic collection: of the oldest generation whose counter is over its threshold. Mirrors `gc_collect_generations`. */

import type { HeapState } from "../heap/heap-state";
import { State } from "../heap/memory-map";
import { collect } from "./collect";
import { collectFreeThreadedIfDue } from "./free-threaded/collect-free-threaded";
import { collectIncrement } from "./incremental/collect-incrementally";

/**
 * Collect the oldest generation that is due, and with it all younger ones.
 *
 * A full collection must also be worth while: the objects that have survived generation 1 since the last one are at
 * least a quarter of those that survived the last one (the 25 % rule, which keeps the total work linear).
 */
export function collectGenerations(h: HeapState): void {
  const { kind } = h.profile.collector;
  if (kind === "incremental") return collectIncrement(h);
  if (kind === "free-threaded") return void collectFreeThreadedIfDue(h);
  const { memory } = h;
  const worthWhile = h.longLivedPending >= Math.floor(h.longLivedTotal / 4);
  if (memory[State.COUNT2]! > memory[State.THRESHOLD2]! && worthWhile) collect(h, 2);
  else if (memory[State.COUNT1]! > memory[State.THRESHOLD1]!) collect(h, 1);
  else if (memory[State.COUNT0]! > memory[State.THRESHOLD0]!) collect(h, 0);
}
