/** The end of the interpreter, as far as a program's objects see it. Mirrors `Py_FinalizeEx`, `finalize_modules`. */

import { collectOnRequest } from "../gc/collect-on-request";
import type { Namespace } from "../objects/namespace";
import type { HeapState } from "./heap-state";
import { State } from "./memory-map";
import { decrefInFull } from "./refcount";

/**
 * Collect, if the automatic collector is on (`_PyGC_CollectIfEnabled`); give up the module `__main__`, whose dict dies by
 * its count unless a function of the module still holds it; collect what is left, whether the collector is on or not
 * (`_PyGC_CollectNoFail`).
 */
export function exit(h: HeapState, main: Namespace): void {
  if (h.memory[State.ENABLED] !== 0) collectOnRequest(h, 2);
  if (h.internal.delete(main.module)) decrefInFull(h, main.module);
  collectOnRequest(h, 2);
}
