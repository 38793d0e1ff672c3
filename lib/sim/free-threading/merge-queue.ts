/** How a thread asks the owner of an object to merge its counts: one queue for each thread. Mirrors Python/brc.c (3.13). */

import { finish, type MergeQueues, type Step } from "./frame";
import { type RefFields, RefFlag, refcnt, sharedField } from "./ref-fields";

/**
 * `_Py_brc_queue_object`: look for the owner. It may have merged on its own in the meantime; then there is nobody to ask,
 * and the decref that was put off is done now.
 */
export const queueObject: Step = (frame, o) => {
  frame.tid = o.tid;
  frame.step = o.tid === 0 ? "decref" : "queue-push";
};

/**
 * Put the object on the owner's queue and tell the owner through its eval breaker. One step, because the queues of all
 * threads are under a lock. If the owner is gone, this thread merges in its place.
 */
export const queuePush: Step = (frame, o, queues) => {
  const queue = queues.get(frame.tid);
  if (queue === undefined) {
    frame.extra = -1;
    frame.step = "explicit-merge";
    return;
  }
  queue.push(o);
  frame.event = "pushed";
  finish(frame);
};

/**
 * `_Py_brc_merge_refcounts`: take the next object from the thread's own queue and merge it, less the reference that the
 * queue held. `_Py_brc_remove_thread`: a thread that leaves is known as gone from the moment when its queue is empty.
 *
 * CPython moves the whole queue to a list of the thread's own under one lock; here each object is taken by itself, which
 * no other thread can tell apart.
 */
export function queuePop(frame: Parameters<Step>[0], queues: MergeQueues): void {
  const o = queues.get(frame.thread)?.pop();
  if (o === undefined) {
    if (frame.exiting) queues.delete(frame.thread);
    frame.step = "done";
    return;
  }
  frame.object = o;
  frame.extra = -1;
  frame.step = "explicit-merge";
}

/**
 * `merge_all_queued_objects` in gc_free_threading.c: a collection merges whatever is queued anywhere. All other threads
 * stand still, so nothing here is atomic. Objects whose count is 0 then are left to the collection.
 *
 * @returns The objects merged, in the order of the merges.
 */
export function mergeAllQueuedObjects(queues: MergeQueues): RefFields[] {
  const merged: RefFields[] = [];
  for (const queue of queues.values()) {
    for (let o = queue.pop(); o !== undefined; o = queue.pop()) {
      mergeRefcount(o, -1);
      merged.push(o);
    }
  }
  return merged;
}

/** `merge_refcount` in gc_free_threading.c: an explicit merge while the world is stopped. @returns the count. */
export function mergeRefcount(o: RefFields, extra: number): number {
  const count = refcnt(o) + extra;
  o.tid = 0;
  o.local = 0;
  o.shared = sharedField(count, RefFlag.MERGED);
  return count;
}
