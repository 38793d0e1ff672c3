/** `gc.collect(generation)`: whichever collector the version has. */

import type { HeapState } from "../heap/heap-state";
import { collect } from "./collect";
import { collectFreeThreaded } from "./free-threaded/collect-free-threaded";
import { collectIncrementally } from "./incremental/collect-incrementally";

/** @returns The number of unreachable objects found; 0 when a collection is running. */
export function collectOnRequest(h: HeapState, generation: number): number {
  const { kind } = h.profile.collector;
  if (kind === "incremental") return collectIncrementally(h, generation);
  return kind === "free-threaded" ? collectFreeThreaded(h, generation) : collect(h, generation);
}
