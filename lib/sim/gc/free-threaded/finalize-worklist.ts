/** Finalizers of garbage, each once, before anything is cleared. Mirrors `finalize_garbage` in gc_free_threading.c (3.13). */

import { finalize } from "../../heap/finalizer";
import type { HeapState } from "../../heap/heap-state";
import { objectsOf } from "./worklist";

/**
 * In the order of the worklist: the object found last comes first. Other threads run meanwhile. The worklist's references
 * keep every object alive, whatever a finalizer does, so none leaves the list here.
 */
export function finalizeWorklist(h: HeapState, unreachable: number): void {
  for (const o of objectsOf(h.memory, unreachable)) finalize(h, o);
}
