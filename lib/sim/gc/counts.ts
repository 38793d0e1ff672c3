/** `gc.get_count()`: whichever collector the version has. */

import type { HeapState } from "../heap/heap-state";
import { State } from "../heap/memory-map";
import { flushAllocationCount } from "./free-threaded/allocation-count";
import { getCount } from "./incremental/generation";

/** The three counters. */
export function countsOf(h: HeapState): [number, number, number] {
  const { kind } = h.profile.collector;
  if (kind === "incremental") return getCount(h);
  if (kind === "free-threaded") flushAllocationCount(h);
  return [h.memory[State.COUNT0]!, h.memory[State.COUNT1]!, h.memory[State.COUNT2]!];
}
