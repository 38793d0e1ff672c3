/** The face of the simulator: a heap of one CPython version, in CPython's own nouns and verbs, with checked arguments. */

import { type Usage, usage } from "../alloc/usage";
import { BadArgumentError } from "../errors";
import type { HeapEvent } from "../event";
import { type CollectReport, Gc } from "../gc/gc";
import { safePoint } from "../gc/safe-point";
import { createInt, createStr } from "../objects/atom";
import { classRecord, createClass } from "../objects/class";
import type { ClassRecord } from "../objects/class-record";
import { createDict, deleteItem, item, setItem } from "../objects/dict";
import { attribute, createInstance, deleteAttribute, setAttribute } from "../objects/instance";
import { append, createListOf, pop } from "../objects/list";
import { bind, createNamespace, lookup, type Namespace, unbind } from "../objects/namespace";
import { sizeBytes } from "../objects/size-bytes";
import { Static } from "../objects/static-object";
import { createTuple } from "../objects/tuple";
import { typeName } from "../objects/type-name";
import { defaultProfile, profileOf } from "../profile";
import type { Profile } from "../profile/profile";
import { check } from "./check";
import { shownRefcnt } from "./describe";
import { Handles } from "./handles";
import { HeapState } from "./heap-state";
import { Field } from "./memory-map";
import type { PyObject } from "./py-object";
import { observe } from "./report";

export type { Usage } from "../alloc/usage";

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
export class Heap {
  private readonly h: HeapState;
  private readonly main: Namespace;
  private readonly handles: Handles;
  /** The module `gc`. */
  readonly gc: Gc;

  /** @param version - A CPython version line, by default "3.13". @throws {BadArgumentError} When it has no profile. */
  constructor(version: string = defaultProfile.version) {
    this.h = new HeapState(profileOf(version));
    this.main = createNamespace(this.h);
    this.handles = new Handles(this.h);
    this.handles.hold(this.main.id);
    this.gc = new Gc(this.h, this.handles);
  }

  /** The rules that this heap follows. */
  get profile(): Profile {
    return this.h.profile;
  }

  /** `None`. */
  get none(): PyObject {
    return this.handles.handle(Static.NONE);
  }

  /** `class Name: pass`. */
  class(name: string): PyObject {
    return this.handles.hold(createClass(this.h, name).id);
  }

  /** `cls()`. */
  instance(cls: PyObject): PyObject {
    return this.call(createInstance(this.h, classRecord(this.h, this.handles.idOf(cls, "instance"))));
  }

  /** `[...items]`. */
  list(items: readonly PyObject[] = []): PyObject {
    return this.call(createListOf(this.h, this.handles.idsOf(items, "list")));
  }

  /** `(...items,)`. */
  tuple(items: readonly PyObject[] = []): PyObject {
    return this.call(createTuple(this.h, this.handles.idsOf(items, "tuple")));
  }

  /** `{}`. */
  dict(): PyObject {
    return this.call(createDict(this.h));
  }

  /** An int. @throws {BadArgumentError} When `value` is not a whole number that TypeScript holds exactly. */
  int(value: number): PyObject {
    if (!Number.isSafeInteger(value))
      throw new BadArgumentError(`heap.int(${value}): it takes a whole number below 2^53.`);
    return this.call(createInt(this.h, value));
  }

  /** A str. */
  str(text: string): PyObject {
    return this.call(createStr(this.h, text));
  }

  /** `ob_refcnt`, the true count: what `sys.getrefcount` shows, minus the reference of its own argument. */
  refcnt(o: PyObject): number {
    return shownRefcnt(this.h, this.handles.idOf(o, "refcnt"));
  }

  /** `Py_INCREF`: one more reference, held by you. */
  incref(o: PyObject): void {
    this.handles.take(o);
  }

  /**
   * `Py_DECREF`: give up a reference that you hold. The object dies here if it was the last one.
   *
   * @throws {HeapCorruptionError} When you hold none: the count would no longer equal the references that exist.
   */
  decref(o: PyObject): void {
    this.handles.give(o);
  }

  /** `o.name = value`. */
  setattr(o: PyObject, name: string, value: PyObject): void {
    const [id, cls] = this.withClass(o, "setattr");
    setAttribute(this.h, id, cls, name, this.handles.idOf(value, "setattr"));
  }

  /** `o.name`, without taking a reference; undefined when there is no such attribute. */
  getattr(o: PyObject, name: string): PyObject | undefined {
    const [id, cls] = this.withClass(o, "getattr");
    return this.handles.borrow(attribute(this.h, id, cls, name));
  }

  /** `del o.name`. @returns whether it was there. */
  delattr(o: PyObject, name: string): boolean {
    const [id, cls] = this.withClass(o, "delattr");
    return deleteAttribute(this.h, id, cls, name);
  }

  /** `list.append(value)`. */
  append(list: PyObject, value: PyObject): void {
    append(
      this.h,
      this.handles.idOfType(list, Static.LIST_TYPE, "append"),
      this.handles.idOf(value, "append"),
    );
  }

  /** `list.pop()`: the list's reference becomes yours; undefined when it is empty. */
  pop(list: PyObject): PyObject | undefined {
    const popped = pop(this.h, this.handles.idOfType(list, Static.LIST_TYPE, "pop"));
    return popped === 0 ? undefined : this.handles.hold(popped);
  }

  /** `dict[key] = value`. */
  setitem(dict: PyObject, key: PyObject, value: PyObject): void {
    const id = this.handles.idOfType(dict, Static.DICT_TYPE, "setitem");
    setItem(this.h, id, this.handles.idOf(key, "setitem"), this.handles.idOf(value, "setitem"));
  }

  /** `dict[key]`, without taking a reference; undefined when there is no such key. */
  getitem(dict: PyObject, key: PyObject): PyObject | undefined {
    const id = this.handles.idOfType(dict, Static.DICT_TYPE, "getitem");
    return this.handles.borrow(item(this.h, id, this.handles.idOf(key, "getitem")));
  }

  /** `del dict[key]`. @returns whether it was there. */
  delitem(dict: PyObject, key: PyObject): boolean {
    return deleteItem(
      this.h,
      this.handles.idOfType(dict, Static.DICT_TYPE, "delitem"),
      this.handles.idOf(key, "delitem"),
    );
  }

  /** `name = value`, in the module `__main__`: the name takes a reference of its own. */
  bind(name: string, value: PyObject): void {
    bind(this.h, this.main, name, this.handles.idOf(value, "bind"));
  }

  /** What a name stands for, without taking a reference; undefined when it is not bound. */
  lookup(name: string): PyObject | undefined {
    return this.handles.borrow(lookup(this.h, this.main, name));
  }

  /** `del name`. @returns whether it was bound. */
  unbind(name: string): boolean {
    return unbind(this.h, this.main, name);
  }

  /** Has the object died? The one question that may be asked of a dead one. */
  dead(o: PyObject): boolean {
    return this.handles.dead(o);
  }

  /** Bytes requested for the object and what belongs to it, GC head included; not for what it refers to. */
  sizeBytes(o: PyObject): number {
    return sizeBytes(this.h, this.handles.idOf(o, "sizeBytes"));
  }

  /** `gc.collect(generation)`: the same as `heap.gc.collect`. */
  collect(generation = 2): CollectReport {
    return this.gc.collect(generation);
  }

  /** Memory in use. */
  usage(): Usage {
    return usage(this.h);
  }

  /** Hear of everything that happens from now on; null to hear no more. */
  observe(onEvent: ((event: HeapEvent) => void) | null): void {
    observe(this.h, onEvent);
  }

  /** Verify the invariants: each count equals the references that exist, lists partition the tracked objects, nothing dead is referred to. */
  check(): void {
    check(this.h, this.handles.held);
  }

  /** One line on an object, dead or alive. */
  describe(o: PyObject): string {
    return this.handles.describe(o);
  }

  /** The end of a call: the eval breaker is checked while the result is on the operand stack. */
  private call(id: number): PyObject {
    safePoint(this.h);
    return this.handles.hold(id);
  }

  /** The object of a handle, and what is known of its class. */
  private withClass(o: PyObject, operation: string): [id: number, cls: ClassRecord] {
    const id = this.handles.idOf(o, operation);
    const record = this.h.classes.get(this.h.memory[id + Field.TYPE]!);
    if (record !== undefined) return [id, record];
    throw new BadArgumentError(
      `${operation}: a '${typeName(this.h, id)}' object has no attributes that can be set.`,
    );
  }
}
