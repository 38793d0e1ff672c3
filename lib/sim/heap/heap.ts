/** The face of the simulator: a heap of one CPython version, in CPython's own nouns and verbs, with checked arguments. */

import { Allocator } from "../alloc/allocator";
import { type Usage, usage } from "../alloc/usage";
import { BadArgumentError } from "../errors";
import type { HeapEvent } from "../event";
import { type CollectReport, Gc } from "../gc/gc";
import { getsizeof, sizeBytes } from "../objects/size-bytes";
import { Static } from "../objects/static-object";
import { typeName } from "../objects/type-name";
import { createWeakref, referentOf, weakrefsOf } from "../objects/weakref-list";
import { requireListener, requireType } from "./argument";
import { check } from "./check";
import { shownRefcnt } from "./describe";
import { exit } from "./exit";
import { Holding } from "./face/holding";
import type { HeapOptions } from "./face/program";
import { Field } from "./memory-map";
import type { PyObject } from "./py-object";
import { incref } from "./refcount";
import { observe } from "./report";
import { isWeaklyReferable } from "./weakly-referable";

export type { Usage } from "../alloc/usage";

/** Where the expression stands that `sys.getrefcount` is called on. */
export type CountedFrom = "global" | "local" | "temporary";

/**
 * A simulated heap. Deterministic: the same calls give the same counts, collections and events.
 *
 * Whatever makes an object (`list`, `instance`, `int`, ...) hands over one reference that is yours, as the C API does,
 * until you give it up with {@link Heap.decref}. Containers and names take references of their own. A handle whose
 * object has died throws {@link UseAfterDeallocError}.
 *
 * @example
 * const heap = new Heap("3.13");
 * const a = heap.list(), b = heap.list();
 * heap.append(a, b); heap.append(b, a);
 * heap.decref(a); heap.decref(b);
 * heap.refcnt(a);           // 1: the other list
 * heap.collect().collected; // 2
 */
export class Heap extends Holding {
  /** The module `gc`. */
  readonly gc: Gc;

  /** @param version - A CPython version line, by default "3.13". @throws {BadArgumentError} When it has no profile. */
  constructor(version?: string, options?: HeapOptions) {
    super(version, options);
    this.gc = new Gc(this.h, this.handles, (operation, body) => this.run(operation, body));
  }

  /** `ob_refcnt`, the true count: what `sys.getrefcount` shows, minus the reference of its own argument. */
  refcnt(o: PyObject): number {
    return shownRefcnt(this.h, this.handles.idOf(o, "refcnt"));
  }

  /**
   * `sys.getrefcount(o)`: the true count and what the call adds. The argument is a reference of its own, except that a
   * temporary object has no other one, and that from 3.14 on a local variable is only borrowed.
   *
   * @param from - Is `o` a global name, a local variable, or made in the call itself?
   */
  getrefcount(o: PyObject, from: CountedFrom = "global"): number {
    const id = this.handles.idOf(o, "getrefcount");
    const shown = shownRefcnt(this.h, id);
    if (shown !== this.h.memory[id + Field.REFCNT] || from === "temporary") return shown;
    return shown + (from === "local" && this.profile.objects.localsAreBorrowed ? 0 : 1);
  }

  /** `Py_INCREF`: one more reference, held by you. */
  incref(o: PyObject): void {
    this.run("incref", () => this.handles.take(o));
  }

  /**
   * `Py_DECREF`: give up a reference that you hold. The object dies here if it was the last one.
   *
   * @throws {HeapCorruptionError} When you hold none: the count would no longer equal the references that exist.
   */
  decref(o: PyObject): void {
    this.run("decref", () => this.handles.give(o));
  }

  /**
   * `weakref.ref(o, callback)`. Without a callback the one that exists is handed out again.
   *
   * @param callback - Called with the dead reference, which is not yours, when `o` dies before the reference does.
   * @throws {BadArgumentError} For an object that cannot be weakly referenced: list, dict, tuple, int, ...
   */
  weakref(o: PyObject, callback?: (ref: PyObject) => void): PyObject {
    const id = this.handles.idOf(o, "weakref");
    if (callback !== undefined) requireType("weakref", "the callback", callback, "function");
    if (!isWeaklyReferable(this.h, id)) {
      throw new BadArgumentError(`cannot create weak reference to '${typeName(this.h, id)}' object.`);
    }
    const code = callback === undefined ? null : (ref: number) => callback(this.handles.handle(ref));
    return this.call("weakref", () => createWeakref(this.h, id, code));
  }

  /** `ref()`: a new reference to the object, which is yours; undefined when it is dead. */
  deref(ref: PyObject): PyObject | undefined {
    const referent = referentOf(this.h, this.handles.idOfType(ref, Static.WEAKREF_TYPE, "deref"));
    if (referent === 0) return undefined;
    incref(this.h, referent);
    return this.handles.hold(referent);
  }

  /** `weakref.getweakrefcount(o)`. */
  getweakrefcount(o: PyObject): number {
    return weakrefsOf(this.h, this.handles.idOf(o, "getweakrefcount")).length;
  }

  /** `weakref.getweakrefs(o)`, without taking references: the one without a callback first, then the newest first. */
  getweakrefs(o: PyObject): PyObject[] {
    return weakrefsOf(this.h, this.handles.idOf(o, "getweakrefs")).map((ref) => this.handles.handle(ref));
  }

  /** Has the object died? The one question that may be asked of a dead one. */
  dead(o: PyObject): boolean {
    return this.handles.dead(o);
  }

  /** Bytes requested for the object and what belongs to it, GC head included; not for what it refers to. */
  sizeBytes(o: PyObject): number {
    return sizeBytes(this.h, this.handles.idOf(o, "sizeBytes"));
  }

  /** `sys.getsizeof(o)`: as {@link Heap.sizeBytes}, but without the attribute values of an instance. */
  getsizeof(o: PyObject): number {
    return getsizeof(this.h, this.handles.idOf(o, "getsizeof"));
  }

  /** `gc.collect(generation)`: the same as `heap.gc.collect`. */
  collect(generation = 2): CollectReport {
    return this.gc.collect(generation);
  }

  /** Memory in use. */
  usage(): Usage {
    return usage(this.h);
  }

  /**
   * Memory block by block: arenas, resident pages, where each block lies.
   *
   * @throws {BadArgumentError} When the heap was made without `{ blocks: true }`.
   */
  get allocator(): Allocator {
    return new Allocator(this.h, this.handles);
  }

  /** Hear of everything that happens from now on; null to hear no more. */
  observe(onEvent: ((event: HeapEvent) => void) | null): void {
    requireListener("observe", onEvent);
    observe(this.h, onEvent);
  }

  /** The end of the program: the last collections, and `__main__` gives up its names. Objects that you hold live on. */
  exit(): void {
    this.run("exit", () => exit(this.h, this.main));
  }

  /** Verify the invariants: each count equals the references that exist, lists partition the tracked objects, nothing dead is referred to. */
  check(): void {
    check(this.h, this.handles.held);
  }

  /** One line on an object, dead or alive. */
  describe(o: PyObject): string {
    return this.handles.describe(o);
  }
}
