/** Runs what a thread does to an object, one atomic step at a time: the table of all steps, and who may look at a dead object. */

import { decref, incref } from "./biased-refcount";
import { decRefShared } from "./dec-ref-shared";
import { explicitMerge, explicitMergeLoad, explicitMergeShared } from "./explicit-merge";
import { type Frame, fail, finish, type MergeQueues, type Step, type StepName } from "./frame";
import { queueObject, queuePop, queuePush } from "./merge-queue";
import { giveUpOwnership, mergeZeroRefcount, mergeZeroShared } from "./merge-zero-refcount";
import type { RefFields } from "./ref-fields";
import { setMaybeWeakref, setMaybeWeakrefShared, tryIncRefShared, tryIncref } from "./try-incref";

/** What a thread can do to an object. */
export type ObjectOperation = "incref" | "decref" | "try-incref" | "set-maybe-weakref";

/** `_Py_Dealloc`. */
const dealloc: Step = (frame, o) => {
  o.dead = true;
  frame.event = "dealloc";
  finish(frame);
};

const steps: Readonly<Record<Exclude<StepName, "queue-pop">, Step>> = {
  incref,
  decref,
  "decref-shared": decRefShared,
  "queue-object": queueObject,
  "queue-push": queuePush,
  "merge-zero": mergeZeroRefcount,
  "give-up-ownership": giveUpOwnership,
  "merge-zero-shared": mergeZeroShared,
  "explicit-merge": explicitMerge,
  "explicit-merge-load": explicitMergeLoad,
  "explicit-merge-shared": explicitMergeShared,
  "try-incref": tryIncref,
  "try-incref-shared": tryIncRefShared,
  "set-maybe-weakref": setMaybeWeakref,
  "set-maybe-weakref-shared": setMaybeWeakrefShared,
  dealloc,
};

/** These may look at an object that has just died: see try-incref.ts. */
const mayMeetDead: ReadonlySet<StepName> = new Set(["try-incref", "try-incref-shared"]);

/** A thread is about to begin an operation on an object. Nothing has happened yet. */
export function begin(operation: ObjectOperation, thread: number, object: RefFields): Frame {
  return { ...newFrame(thread), object, step: operation };
}

/** A thread is about to empty its queue, as it does when its eval breaker says so. */
export function beginMerge(thread: number): Frame {
  return { ...newFrame(thread), step: "queue-pop", after: "queue-pop" };
}

/** A thread is about to leave: it empties its queue for the last time. */
export function beginExit(thread: number): Frame {
  return { ...beginMerge(thread), exiting: true };
}

/**
 * Take the frame's next atomic step. Whole operations and schedulers of interleaved ones are built on this.
 *
 * @param frame - Changed. Its step is "done" or "fault" after the last one.
 * @returns Whether the operation goes on.
 */
export function advance(frame: Frame, queues: MergeQueues): boolean {
  const { step, object } = frame;
  frame.event = null;
  if (step === "done" || step === "fault") return false;
  if (step === "queue-pop") queuePop(frame, queues);
  else if (object === null) fail(frame, `${step} has no object`);
  else if (object.dead && step === "dealloc") fail(frame, "it would be deallocated a second time");
  else if (object.dead && !mayMeetDead.has(step)) fail(frame, "it has been deallocated");
  else steps[step](frame, object, queues);
  return frame.step !== "done" && frame.step !== "fault";
}

function newFrame(thread: number): Frame {
  return {
    thread,
    object: null,
    step: "done",
    after: "done",
    exiting: false,
    tid: 0,
    local: 0,
    shared: 0,
    extra: 0,
    acquired: false,
    event: null,
    fault: "",
  };
}
