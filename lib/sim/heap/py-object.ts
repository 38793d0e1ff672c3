/** A handle: what a program holds in its hand when it speaks of an object on a heap. */

import type { Operation } from "./history";

/** What a handle asks of its heap to show itself. */
export interface Describer {
  /** One line on the object as it is now. Never throws. */
  describe(object: PyObject): string;
}

/**
 * One object of one heap. Making, copying or dropping a handle changes no count: it is a name in TypeScript, not in
 * Python. Compare handles with {@link PyObject.is}, as Python compares with `is`.
 */
export class PyObject {
  constructor(
    private readonly heap: Describer,
    /** Where the object lies: what `id(o)` is in CPython. Another object may lie there after its death. */
    readonly id: number,
    /** How many objects with handles have died there before: tells it from an earlier or a later one. */
    readonly deathsBefore: number,
    /** The operation of the program that this handle came from. */
    readonly since: Operation,
  ) {}

  /** Is it the same object, `this is other`? */
  is(other: PyObject): boolean {
    return this.heap === other.heap && this.id === other.id && this.deathsBefore === other.deathsBefore;
  }

  /** Is it an object of that heap? */
  livesOn(heap: Describer): boolean {
    return this.heap === heap;
  }

  /** For example `<Leak object, refcnt 2, generation 0>`. */
  toString(): string {
    return this.heap.describe(this);
  }
}

// The same line where Node or a notebook shows a value. A global symbol, so that nothing of Node is imported.
Object.defineProperty(PyObject.prototype, Symbol.for("nodejs.util.inspect.custom"), {
  value(this: PyObject): string {
    return this.toString();
  },
});
