/** The owner's own count has reached 0. Mirrors `_Py_MergeZeroLocalRefcount` in Objects/object.c (3.13). */

import { compareExchangeShared, fail, type Step } from "./frame";
import { flagOf, RefFlag } from "./ref-fields";

/** Nobody else ever touched the object, or nobody has a reference any more: it dies at once, without an atomic operation. */
export const mergeZeroRefcount: Step = (frame, o) => {
  frame.shared = o.shared;
  frame.step = o.shared === 0 ? "dealloc" : "give-up-ownership";
};

/** From here on every thread counts in the shared field. Before the state changes, so that merged implies no owner. */
export const giveUpOwnership: Step = (frame, o) => {
  o.tid = 0;
  frame.event = "ownership-given-up";
  frame.step = "merge-zero-shared";
};

/** Set the state to merged. If no other thread has a reference, the object dies here; if one has, in its last decref. */
export const mergeZeroShared: Step = (frame, o) => {
  const wanted = frame.shared - flagOf(frame.shared) + RefFlag.MERGED;
  if (o.shared === frame.shared && wanted < 0)
    return fail(frame, "the count would be below 0 after the merge");
  if (!compareExchangeShared(frame, o, wanted)) return;
  frame.event = "merged";
  frame.step = wanted === RefFlag.MERGED ? "dealloc" : frame.after;
};
