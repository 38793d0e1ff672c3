/** Taking a reference to an object that may be dying. Mirrors `_Py_TryIncref` and `_PyObject_SetMaybeWeakref` in pycore_object.h (3.13). */

import { compareExchangeShared, fail, finish, type Step } from "./frame";
import { flagOf, isImmortal, ONE_SHARED_REF, RefFlag } from "./ref-fields";

/** `_Py_TryIncrefFast`: an immortal object and one's own need no care. Another thread's is loaded first. */
export const tryIncref: Step = (frame, o) => {
  frame.acquired = isImmortal(o) || o.tid === frame.thread;
  if (!frame.acquired) {
    frame.shared = o.shared;
    frame.step = "try-incref-shared";
    return;
  }
  if (o.dead) return fail(frame, "its owner has deallocated it");
  finish(frame);
  if (isImmortal(o)) return;
  o.local += 1;
  frame.event = "incref-local";
};

/**
 * `_Py_TryIncRefShared`: add 1, unless the object may be dead: merged with a count of 0, or never shared, so that its
 * owner may deallocate it without an atomic operation. That is why whoever lets others look at an object without a
 * reference marks it first: see {@link setMaybeWeakref}.
 *
 * It may look at a dead object: CPython reuses such memory only when no thread can be looking (`pycore_qsbr.h`).
 */
export const tryIncRefShared: Step = (frame, o) => {
  if (frame.shared === 0 || frame.shared === RefFlag.MERGED) {
    frame.event = "try-incref-failed";
    return finish(frame);
  }
  if (!compareExchangeShared(frame, o, frame.shared + ONE_SHARED_REF)) return;
  frame.acquired = true;
  frame.event = "incref-shared";
  finish(frame);
};

/** `_PyObject_SetMaybeWeakref`: from now on the object is never deallocated without a look at the shared field. */
export const setMaybeWeakref: Step = (frame, o) => {
  frame.shared = o.shared;
  frame.step = "set-maybe-weakref-shared";
};

/** Only the default state changes: in all others the field is not 0, which is what matters. */
export const setMaybeWeakrefShared: Step = (frame, o) => {
  if (isImmortal(o) || flagOf(frame.shared) !== 0) return finish(frame);
  if (!compareExchangeShared(frame, o, frame.shared + RefFlag.MAYBE_WEAKREF)) return;
  frame.event = "weakrefs";
  finish(frame);
};
