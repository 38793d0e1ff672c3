/** The face of biased reference counting: one object, and the threads that hold references to it. */

import { BadArgumentError } from "../errors";
import { setDeferredRefcount } from "./deferred-refcount";
import type { Frame } from "./frame";
import { checkThread, FreeThreads, type SharedObject } from "./free-threads";
import { begin, type ObjectOperation } from "./operation";
import {
  isImmortal,
  newRefFields,
  type RefFields,
  type RefState,
  refcnt,
  refState,
  sharedRefcnt,
} from "./ref-fields";
import type { RefEvent } from "./ref-history";

/** What a new object is. */
export interface NewBiasedObject {
  /** The thread that makes it: it owns the object and holds the first reference. */
  readonly owner: number;
  /** Its process; one of its own if none is given. */
  readonly threads?: FreeThreads;
  /** A function, class or module: freed by the collector only. */
  readonly deferred?: boolean;
}

/**
 * One object of a free-threaded CPython. Operations name the thread that performs them; each runs to its end at once,
 * or step by step after {@link BiasedObject.begin}. References are not bound to threads: one may be taken by one thread
 * and given up by another, as when an object is passed through a queue.
 *
 * @example
 * const o = new BiasedObject({ owner: 1 });
 * o.incref(2); // atomic, in the shared field
 * o.decref(1); // the owner's last one: it gives up ownership and merges
 * o.state;     // "merged"
 * o.refcnt;    // 1: thread 2's
 */
export class BiasedObject implements SharedObject {
  /** The process that it lives in. */
  readonly threads: FreeThreads;
  /** Everything that has happened to its counts, oldest first. */
  readonly history: RefEvent[] = [];
  readonly deferred: boolean;
  /** References on evaluation stacks that are not in the count, because counting is deferred. */
  stackRefs = 0;
  private readonly fields: RefFields;

  constructor({ owner, threads = new FreeThreads(), deferred = false }: NewBiasedObject) {
    this.fields = newRefFields(owner);
    this.threads = threads;
    this.deferred = deferred;
    threads.adopt(this, this.fields);
    threads.record(this.fields, "create", owner);
    if (!deferred) return;
    setDeferredRefcount(this.fields);
    threads.record(this.fields, "deferred", owner);
  }

  /** `ob_tid`: the owner, or 0 when it has none any more. */
  get owner(): number {
    return this.fields.tid;
  }

  /** `ob_ref_local`: references that the owner counts. */
  get local(): number {
    return this.fields.local;
  }

  /** `ob_ref_shared` without its two state bits: references that the others count. May be below 0. */
  get shared(): number {
    return sharedRefcnt(this.fields.shared);
  }

  /** The two state bits. */
  get state(): RefState {
    return refState(this.fields.shared);
  }

  /** The true count: local plus shared. */
  get refcnt(): number {
    return refcnt(this.fields);
  }

  /** Has it been deallocated? */
  get dead(): boolean {
    return this.fields.dead;
  }

  /** `_Py_IsImmortal`. */
  get immortal(): boolean {
    return isImmortal(this.fields);
  }

  /** `Py_INCREF` by a thread. @throws {UseAfterDeallocError} When the object is dead; its history is in the message. */
  incref(thread: number): void {
    this.run("incref", thread);
  }

  /**
   * `Py_DECREF` by a thread. The object may die here, now, or when its owner merges.
   *
   * @throws {UseAfterDeallocError} When the object is dead.
   * @throws {HeapCorruptionError} When the count would fall below 0, as far as CPython could know it.
   */
  decref(thread: number): void {
    this.run("decref", thread);
  }

  /** `_Py_TryIncref`: take a reference if the object is certainly alive. @returns whether it was taken. */
  tryIncref(thread: number): boolean {
    return this.run("try-incref", thread).acquired;
  }

  /** `_PyObject_SetMaybeWeakref`: a weak reference exists, or a place where others may find the object without a count. */
  setMaybeWeakref(thread: number): void {
    this.run("set-maybe-weakref", thread);
  }

  /** Push a reference on a thread's evaluation stack: a count like any other, unless counting is deferred. */
  pushStackRef(thread: number): void {
    if (!this.deferred) return this.incref(thread);
    this.stackRefs += 1;
    this.threads.record(this.fields, "stack-push", checkThread(thread, "pushStackRef"));
  }

  /** Take it off again. @throws {BadArgumentError} When no stack holds one. */
  popStackRef(thread: number): void {
    if (!this.deferred) return this.decref(thread);
    if (this.stackRefs === 0)
      throw new BadArgumentError("popStackRef: no stack holds a reference to the object. Push one first.");
    this.stackRefs -= 1;
    this.threads.record(this.fields, "stack-pop", checkThread(thread, "popStackRef"));
  }

  /** A thread is about to begin an operation: take its steps one by one with {@link BiasedObject.advance}. */
  begin(operation: ObjectOperation, thread: number): Frame {
    return begin(operation, checkThread(thread, operation), this.fields);
  }

  /** Take the next atomic step. @returns whether the operation goes on. @throws when the step is a fault. */
  advance(frame: Frame): boolean {
    return this.threads.advance(frame.step, frame);
  }

  private run(operation: ObjectOperation, thread: number): Frame {
    const frame = this.begin(operation, thread);
    this.threads.run(operation, frame);
    return frame;
  }
}
