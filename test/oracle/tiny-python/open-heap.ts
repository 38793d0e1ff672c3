/** A heap whose inside is open, for what its face has no verb for. */

import { Heap } from "../../../lib/dist/sim/heap/heap";
import type { HeapState } from "../../../lib/dist/sim/heap/heap-state";
import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import { setSlot, storeSlot } from "../../../lib/dist/sim/heap/slot";
import { Field } from "../../../lib/sim/heap/memory-map";

/** Operations here keep the counts exact, as those of the face do. */
export class OpenHeap extends Heap {
  get state(): HeapState {
    return this.h;
  }

  /** The dict of the module `__main__`, and that of the built-ins. */
  get mainDict(): number {
    return this.main.id;
  }

  get builtinsDict(): number {
    return this.builtins.id;
  }

  /** A handle for a reference that the caller of a function of lib/sim owns. */
  own(id: number): PyObject {
    return this.handles.hold(id);
  }

  /** A handle without a reference; undefined for 0. */
  seen(id: number): PyObject | undefined {
    return this.handles.borrow(id);
  }

  /** The same with a reference of its own. */
  taken(id: number): PyObject {
    const o = this.handles.handle(id);
    this.incref(o);
    return o;
  }

  typeOf(o: PyObject): number {
    return this.h.memory[o.id + Field.TYPE] ?? 0;
  }

  /** The references of an object, as they lie; 0 for an empty place. */
  slots(o: PyObject): number[] {
    const start = this.h.memory[o.id + Field.START] ?? 0;
    return [...this.h.memory.subarray(start, start + (this.h.memory[o.id + Field.LENGTH] ?? 0))];
  }

  /** Put a value into the `i`-th place of an object, which takes a reference; the old one dies after that. */
  store(o: PyObject, i: number, value: PyObject | undefined): void {
    this.run("store", () => {
      if (value === undefined) storeSlot(this.h, o.id, i, 0);
      else setSlot(this.h, o.id, i, value.id);
    });
  }

  /** Run something of lib/sim as one operation. */
  doing<Result>(body: () => Result): Result {
    return this.run("operation", body);
  }
}
