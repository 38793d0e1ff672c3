/** Where a scheduled collection runs (3.12+): the end of a call, a loop's back edge, a function's start. Mirrors `_Py_HandlePending`. */

import type { HeapState } from "../heap/heap-state";
import { State } from "../heap/memory-map";
import { collectGenerations } from "./collect-generations";

/** Run the collection that an allocation has scheduled, if any. Call it where the eval breaker would be checked. */
export function safePoint(h: HeapState): void {
  if (h.memory[State.SCHEDULED] !== 0) handlePending(h);
}

function handlePending(h: HeapState): void {
  h.memory[State.SCHEDULED] = 0;
  if (h.memory[State.ENABLED] !== 0) collectGenerations(h);
}
