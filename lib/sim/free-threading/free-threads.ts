/** The threads of a process without a GIL, and what they do to objects that they share. */

import { BadArgumentError } from "../errors";
import { disableDeferredRefcount, isUnreferenced } from "./deferred-refcount";
import type { Frame, MergeQueues } from "./frame";
import { mergeAllQueuedObjects } from "./merge-queue";
import { advance, beginExit, beginMerge } from "./operation";
import { type RefFields, refcnt, setImmortal } from "./ref-fields";
import { faultError, type RefEvent, refEvent } from "./ref-history";

/** What the threads need to know of an object beside its fields. */
export interface SharedObject {
  readonly history: RefEvent[];
  /** Is counting deferred? */
  readonly deferred: boolean;
  /** References on evaluation stacks that are not in its count. */
  readonly stackRefs: number;
}

/**
 * Threads, by numbers from 1. A thread that makes an object is known from then on; a thread that only counts
 * references to objects of others need not be.
 *
 * @example
 * const threads = new FreeThreads();
 * const o = new BiasedObject({ owner: 1, threads });
 * o.decref(2);               // thread 2 gives up the only reference: the object waits for its owner
 * o.dead;                    // false
 * threads.mergeRefcounts(1); // the owner comes to its eval breaker
 * o.dead;                    // true
 */
export class FreeThreads {
  /** The threads that are alive, with what each has to merge. */
  readonly queues: MergeQueues = new Map();
  private readonly gone = new Set<number>();
  private readonly objects = new Map<RefFields, SharedObject>();

  /** How many objects wait for a thread to merge them. */
  queued(thread: number): number {
    return this.queues.get(thread)?.length ?? 0;
  }

  /** `_Py_brc_merge_refcounts`: the thread reaches its eval breaker and merges what waits for it. */
  mergeRefcounts(thread: number): void {
    this.run("merging", beginMerge(checkThread(thread, "mergeRefcounts")));
  }

  /** The thread ends. Its objects live on without an owner to ask: whoever would ask it merges instead. */
  exit(thread: number): void {
    this.run("merging at exit", beginExit(checkThread(thread, "exit")));
    this.gone.add(thread);
  }

  /**
   * What a collection does about counts, while all threads stand still: it merges whatever is queued, and frees
   * objects with 0 references and unused objects with deferred counting.
   *
   * @returns The number of objects freed.
   */
  collect(): number {
    for (const o of mergeAllQueuedObjects(this.queues)) this.record(o, "merged", 0);
    let freed = 0;
    for (const [o, object] of this.objects) {
      const unused = object.deferred ? isUnreferenced(o, object.stackRefs) : refcnt(o) === 0;
      if (o.dead || !unused) continue;
      if (object.deferred) {
        disableDeferredRefcount(o);
        this.record(o, "merged", 0);
      }
      o.dead = true;
      this.record(o, "dealloc", 0);
      freed++;
    }
    return freed;
  }

  /**
   * `_PyGC_ImmortalizeDeferredObjects`: 3.13 does this when the first thread beside the main one starts, because its
   * stacks still count (gh-117783). 3.14 does not.
   */
  immortalizeDeferredObjects(): void {
    for (const [o, object] of this.objects) {
      if (!object.deferred || o.dead) continue;
      setImmortal(o);
      this.record(o, "immortalized", 0);
    }
  }

  /** A new object of a thread. @throws {BadArgumentError} When the thread has ended. */
  adopt(object: SharedObject, fields: RefFields): void {
    const owner = checkThread(fields.tid, "new BiasedObject");
    if (this.gone.has(owner))
      throw new BadArgumentError(
        `new BiasedObject: thread ${owner} has ended. Give the object a thread that runs.`,
      );
    if (!this.queues.has(owner)) this.queues.set(owner, []);
    this.objects.set(fields, object);
  }

  /** Run all steps of an operation, as if no other thread came between them. @throws when a step is a fault. */
  run(operation: string, frame: Frame): void {
    while (this.advance(operation, frame));
  }

  /** Run one atomic step. @returns whether the operation goes on. @throws when the step is a fault. */
  advance(operation: string, frame: Frame): boolean {
    const goesOn = advance(frame, this.queues);
    const history = this.historyOf(frame.object);
    if (frame.step === "fault") throw faultError(operation, frame, history);
    if (frame.object !== null && frame.event !== null) this.record(frame.object, frame.event, frame.thread);
    return goesOn;
  }

  /** Add an event to an object's history. */
  record(o: RefFields, kind: RefEvent["kind"], thread: number): void {
    this.historyOf(o).push(refEvent(kind, thread, o));
  }

  private historyOf(o: RefFields | null): RefEvent[] {
    return (o === null ? undefined : this.objects.get(o)?.history) ?? [];
  }
}

/** A thread's number. 0 means "no owner" and is nobody's. @throws {BadArgumentError} When it is no whole number from 1. */
export function checkThread(thread: number, operation: string): number {
  if (Number.isSafeInteger(thread) && thread > 0) return thread;
  throw new BadArgumentError(
    `${operation}: ${String(thread)} is not a thread. Threads are whole numbers from 1.`,
  );
}
