/** Adds up both counts of an object that its owner gives up, or has left behind. Mirrors `_Py_ExplicitMergeRefcount` in Objects/object.c (3.13). */

import { compareExchangeShared, fail, finish, type Step } from "./frame";
import { RefFlag, sharedField, sharedRefcnt } from "./ref-fields";

/**
 * Take the local count away, and the ownership with it. Only the owner may do this, or anyone once the owner is gone.
 * The local count comes before the merge, so that nobody sees a merged object that still has one.
 */
export const explicitMerge: Step = (frame, o) => {
  frame.local = o.local;
  o.local = 0;
  o.tid = 0;
  frame.event = "ownership-given-up";
  frame.step = "explicit-merge-load";
};

/** Load what the other threads have counted. */
export const explicitMergeLoad: Step = (frame, o) => {
  frame.shared = o.shared;
  frame.step = "explicit-merge-shared";
};

/** The sum of both counts and `extra` is the shared count now, and the state merged. At 0 the object dies. */
export const explicitMergeShared: Step = (frame, o) => {
  const refcnt = frame.local + sharedRefcnt(frame.shared) + frame.extra;
  if (o.shared === frame.shared && refcnt < 0)
    return fail(frame, `the count would be ${refcnt} after the merge`);
  if (!compareExchangeShared(frame, o, sharedField(refcnt, RefFlag.MERGED))) return;
  frame.event = "merged";
  if (refcnt === 0) frame.step = "dealloc";
  else finish(frame);
};
