/** Counting references without a lock: the owner counts in one field, everyone else in another. Mirrors `Py_INCREF` and `Py_DECREF` in Include/object.h (3.13, `Py_GIL_DISABLED`). */

import { fail, finish, type Step } from "./frame";
import { isImmortal, ONE_SHARED_REF } from "./ref-fields";

/**
 * `Py_INCREF`: the owner adds 1 to its own field, another thread adds atomically to the shared one.
 *
 * One step, although it reads `ob_tid` too: no thread but the owner itself can change the answer to "is it mine?".
 */
export const incref: Step = (frame, o) => {
  finish(frame);
  if (isImmortal(o)) return;
  if (o.tid === frame.thread) {
    o.local += 1;
    frame.event = "incref-local";
  } else {
    o.shared += ONE_SHARED_REF;
    frame.event = "incref-shared";
  }
};

/**
 * `Py_DECREF`: the owner subtracts from its own field, and at 0 has to look at the shared one (merge-zero-refcount.ts).
 * Another thread loads the shared field first (dec-ref-shared.ts).
 */
export const decref: Step = (frame, o) => {
  if (isImmortal(o)) return finish(frame);
  if (o.tid !== frame.thread) {
    frame.shared = o.shared;
    frame.step = "decref-shared";
    return;
  }
  if (o.local === 0) return fail(frame, "the owner's count would become -1");
  o.local -= 1;
  frame.event = "decref-local";
  if (o.local > 0) finish(frame);
  else frame.step = "merge-zero";
};
