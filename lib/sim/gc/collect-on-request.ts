/** `gc.collect(generation)`: whichever collector the version has. */

import type { HeapState } from "../heap/heap-state";
import { collect } from "./collect";

/** @returns The number of unreachable objects found; 0 when a collection is running. */
export function collectOnRequest(h: HeapState, generation: number): number {
  return collect(h, generation);
}
