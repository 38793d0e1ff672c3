/** The end of the interpreter, as far as a program's objects see it. Mirrors `Py_FinalizeEx`, `finalize_modules`. */

import { collectOnRequest } from "../gc/collect-on-request";
import type { Namespace } from "../objects/namespace";
import type { HeapState } from "./heap-state";
import { State } from "./memory-map";
import { decrefInFull } from "./refcount";

/**
 * Collect, if the automatic collector is on; give up the module `__main__`, whose dict dies by its count unless a function
 * of the module still holds it; collect what is left.
 */
export function exit(h: HeapState, main: Namespace): void {
  collectIfEnabled(h);
  if (h.internal.delete(main.module)) decrefInFull(h, main.module);
  collectNoFail(h);
}

/** `_PyGC_CollectIfEnabled`: a full collection, if the automatic collector is on. */
export function collectIfEnabled(h: HeapState): void {
  if (h.memory[State.ENABLED] !== 0) collectOnRequest(h, 2);
}

/** `_PyGC_CollectNoFail`: a full collection, whether the collector is on or not. `gc.callbacks` of an interpreter hear nothing. */
export function collectNoFail(h: HeapState): void {
  h.callbackList = 0;
  collectOnRequest(h, 2);
}
