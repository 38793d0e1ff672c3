/** A decref by a thread that does not own the object. Mirrors `_Py_DecRefShared` in Objects/object.c (3.13). */

import { compareExchangeShared, fail, finish, type Step } from "./frame";
import { flagOf, ONE_SHARED_REF, RefFlag } from "./ref-fields";

/**
 * Subtract 1 from the shared count, or, when that count is 0 and nobody has asked yet, ask the owner to merge.
 *
 * In the second case nothing is subtracted: the reference that is given up passes to the owner's queue, so that the
 * object lives until the owner has looked. From then on the shared count may fall below 0. The object is dead when it is
 * merged and 0: then there is no owner whose count could keep it alive.
 */
export const decRefShared: Step = (frame, o) => {
  const loaded = frame.shared;
  const ask = loaded === 0 || loaded === RefFlag.MAYBE_WEAKREF;
  const wanted = ask ? RefFlag.QUEUED : loaded - ONE_SHARED_REF;
  if (o.shared === loaded && wanted < 0 && flagOf(wanted) === RefFlag.MERGED)
    return fail(frame, "the count would become -1 after the merge");
  if (!compareExchangeShared(frame, o, wanted)) return;
  frame.event = ask ? "queued" : "decref-shared";
  if (ask) frame.step = "queue-object";
  else if (wanted === RefFlag.MERGED) frame.step = "dealloc";
  else finish(frame);
};
