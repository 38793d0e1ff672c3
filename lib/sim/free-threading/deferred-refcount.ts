/** Deferred reference counting: functions, classes and modules, which every thread uses, are freed by the collector only. Mirrors `_PyObject_SetDeferredRefcount` in Objects/object.c (3.13). */

import { mergeRefcount } from "./merge-queue";
import { ONE_SHARED_REF, type RefFields, RefFlag, refcnt } from "./ref-fields";

/**
 * One reference more than there are, and the state queued: no decref can find the count at 0, and no thread merges.
 * Call it on a new object, before another thread knows it.
 */
export function setDeferredRefcount(o: RefFields): void {
  o.local += 1;
  o.shared = RefFlag.QUEUED;
}

/**
 * Is nothing left that refers to an object with deferred counting? `update_refs` in gc_free_threading.c takes off the
 * reference that nobody has. What a stack holds is not in the count, so the collector looks at all stacks.
 *
 * @param stackRefs - References to it on the evaluation stacks of all threads. From 3.14 on these are not counted
 *   (`gc_visit_thread_stacks`); 3.13 still counts them, and 0 is right.
 */
export function isUnreferenced(o: RefFields, stackRefs: number): boolean {
  return refcnt(o) - 1 + stackRefs === 0;
}

/** `disable_deferred_refcounting` and `merge_refcount`: from now on it is counted as all objects are, and it is nobody's. */
export function disableDeferredRefcount(o: RefFields): void {
  o.shared -= ONE_SHARED_REF;
  mergeRefcount(o, 0);
}
