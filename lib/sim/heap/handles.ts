/** The references that a program holds outside of the heap, and the handles by which it speaks of objects. */

import { BadArgumentError, HeapCorruptionError, UseAfterDeallocError } from "../errors";
import { Static } from "../objects/static-object";
import { typeName } from "../objects/type-name";
import { describe } from "./describe";
import type { HeapState } from "./heap-state";
import { History } from "./history";
import { Field, Layout } from "./memory-map";
import { PyObject } from "./py-object";
import { decref, incref } from "./refcount";

/** The handles of one heap. */
export class Handles {
  /** How many references to each object are held outside of the heap. */
  readonly held: Map<number, number> = new Map();
  private readonly history = new History();

  constructor(private readonly h: HeapState) {
    h.onHandledDeath = (id) => this.history.loses(id);
  }

  /** An operation of the program begins: errors and histories speak of it by this name. */
  begin(operation: string): void {
    this.history.begin(operation);
  }

  /** A handle to an object, without a reference. 0 gives undefined. */
  borrow(id: number): PyObject | undefined {
    return id === 0 ? undefined : this.handle(id);
  }

  /** A handle to an object that exists, without a reference. */
  handle(id: number): PyObject {
    this.h.memory[id + Field.LAYOUT]! |= Layout.HANDLED;
    return new PyObject(this, id, this.deathsAt(id), this.history.operation);
  }

  /** The same, together with a reference that exists already and is the program's from now on. */
  hold(id: number): PyObject {
    this.held.set(id, (this.held.get(id) ?? 0) + 1);
    return this.handle(id);
  }

  /** One more reference for the program. */
  take(o: PyObject): void {
    const id = this.idOf(o, "incref");
    incref(this.h, id);
    this.hold(id);
  }

  /** One reference of the program's is given up. @throws {HeapCorruptionError} When it holds none. */
  give(o: PyObject): void {
    const id = this.idOf(o, "decref");
    const held = this.held.get(id) ?? 0;
    if (held === 0 && id >= Static.FIRST_ALLOCATED) {
      throw new HeapCorruptionError(
        `decref(${describe(this.h, id)}): you hold no reference to it, and each decref must give up one of your own. ` +
          "CPython would take somebody else's: no exception, but corrupted memory when that one is given up too.",
      );
    }
    if (held <= 1) this.held.delete(id);
    else this.held.set(id, held - 1);
    decref(this.h, id);
  }

  /** Has the object died? @throws {BadArgumentError} When it is no object, or one of another heap. */
  dead(o: PyObject): boolean {
    if (!(o instanceof PyObject)) {
      throw new BadArgumentError(
        `Expected an object of this heap, found ${wordFor(o)}. Make one first, for example with heap.int(1).`,
      );
    }
    if (!o.livesOn(this)) {
      throw new BadArgumentError(
        `${o} is an object of another heap. Use it with the heap that made it, or make one here.`,
      );
    }
    return this.deathsAt(o.id) !== o.deathsBefore || this.h.memory[o.id + Field.REFCNT] === 0;
  }

  /** The object of a handle. @throws {UseAfterDeallocError} When it has died. */
  idOf(o: PyObject, operation: string): number {
    if (!this.dead(o)) return o.id;
    const story = this.history.tell(o.since, o.id, this.deathsAt(o.id) === o.deathsBefore + 1);
    throw new UseAfterDeallocError(
      `${operation}: the object has been deallocated; its last reference is gone (${story}). ` +
        "In CPython this reads freed memory. Keep a reference (incref) for as long as you use an object.",
    );
  }

  /** The same for several. Nothing has happened yet when one of them throws. */
  idsOf(objects: readonly PyObject[], operation: string): number[] {
    if (!Array.isArray(objects)) {
      throw new BadArgumentError(`${operation} takes an array of objects, found ${String(objects)}.`);
    }
    return objects.map((o) => this.idOf(o, operation));
  }

  /** The same for an object of a built-in type. @throws {BadArgumentError} When it is of another type. */
  idOfType(o: PyObject, type: number, operation: string): number {
    const id = this.idOf(o, operation);
    if (this.h.memory[id + Field.TYPE] === type) return id;
    throw new BadArgumentError(`${operation} does not work on a '${typeName(this.h, id)}' object.`);
  }

  /** One line on an object, dead or alive. */
  describe(o: PyObject): string {
    return this.dead(o) ? "<deallocated object>" : describe(this.h, o.id);
  }

  private deathsAt(id: number): number {
    return this.h.deaths.get(id) ?? 0;
  }
}

/** A wrong argument in a word or two, however much hangs on it. */
function wordFor(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
