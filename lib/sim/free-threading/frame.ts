/** One thread in the middle of one operation: everything that it has loaded and where it goes on. Plain data, so that a scheduler can keep it, copy it and resume it. */

import type { RefFields } from "./ref-fields";

/** The atomic steps, by operation. A step reads or writes what other threads can see at most once. */
export type StepName =
  | "incref"
  | "decref"
  | "decref-shared"
  | "queue-object"
  | "queue-push"
  | "merge-zero"
  | "give-up-ownership"
  | "merge-zero-shared"
  | "queue-pop"
  | "explicit-merge"
  | "explicit-merge-load"
  | "explicit-merge-shared"
  | "try-incref"
  | "try-incref-shared"
  | "set-maybe-weakref"
  | "set-maybe-weakref-shared"
  | "dealloc";

/** What a step did that is worth telling; see {@link RefEvent}. */
export type RefEventKind =
  | "incref-local"
  | "incref-shared"
  | "decref-local"
  | "decref-shared"
  | "try-incref-failed"
  | "weakrefs"
  | "queued"
  | "pushed"
  | "ownership-given-up"
  | "merged"
  | "dealloc";

/** Threads that are alive, each with the objects whose counts it shall merge: `struct _brc_thread_state`, by thread id. */
export type MergeQueues = Map<number, RefFields[]>;

/** A thread inside an operation. `local`, `shared` and `tid` are its registers: what it loaded, which may be out of date. */
export interface Frame {
  readonly thread: number;
  /** The object that it works on; null while it has taken none from its queue. */
  object: RefFields | null;
  /** The step that comes next. */
  step: StepName | "done" | "fault";
  /** Where the operation goes on when the object at hand is finished with: "queue-pop" for a thread that empties its queue. */
  after: "done" | "queue-pop";
  /** The thread leaves when its queue is empty. */
  readonly exiting: boolean;
  tid: number;
  local: number;
  shared: number;
  /** What an explicit merge adds: -1 for the reference that the queue held. */
  extra: number;
  /** Did a try-incref get its reference? */
  acquired: boolean;
  /** What the last step did, if that is worth telling. */
  event: RefEventKind | null;
  /** What is wrong, once the step is "fault". */
  fault: string;
}

/** One atomic step: changes the object and the frame, sets the frame's next step. */
export type Step = (frame: Frame, o: RefFields, queues: MergeQueues) => void;

/** The object at hand is finished with: go on with the next one, or end. */
export function finish(frame: Frame): void {
  frame.step = frame.after;
}

/** Stop with a fault. What CPython would do from here on is undefined. */
export function fail(frame: Frame, fault: string): void {
  frame.step = "fault";
  frame.fault = fault;
}

/**
 * `_Py_atomic_compare_exchange_ssize` on `ob_ref_shared`: store `value` if the field still holds what the frame loaded.
 * If not, the frame loads it again; the caller stays at its step and computes anew.
 */
export function compareExchangeShared(frame: Frame, o: RefFields, value: number): boolean {
  if (o.shared !== frame.shared) {
    frame.shared = o.shared;
    return false;
  }
  o.shared = value;
  return true;
}
