/** A block that runs: its locals and cells. Calls are no part of lib/sim, so the frame lies outside of the heap. */

import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import { createFrame } from "../../../lib/dist/sim/objects/frame";
import type { Machine } from "./machine";
import type { Scope } from "./scope";

/** Leaves one reference, which whatever uses the value takes over or gives up, as on CPython's operand stack. */
export type Code = (frame: Frame) => PyObject;

/** A statement. Returns a value where the block ends with it. */
export type Step = (frame: Frame) => PyObject | undefined;

/** One run of a module, a class body or a function. */
export class Frame {
  /** Locals of a function, names of a class body. Each value is one reference. */
  readonly locals = new Map<string, PyObject>();
  /** Cells by name, own ones and those of outer functions. Each is one reference. */
  readonly cells = new Map<string, PyObject>();
  /** Variables of comprehensions that are under way. */
  readonly temporaries: Map<string, PyObject>[] = [];

  constructor(
    readonly machine: Machine,
    readonly scope: Scope,
  ) {}

  /**
   * The call has ended. Up to 3.10 its frame object dies: the locals go in the order of their slots, then the cells, and
   * the frame goes through the trashcan (`frame_dealloc`). From 3.11 on there is no frame object, and a parameter that is
   * a cell lies among the locals (`_PyFrame_ClearExceptCode`).
   */
  release(): void {
    const { bound, cells, free, parameters } = this.scope;
    const { callerKeepsArguments, heap } = this.machine;
    const isLocal = (name: string): boolean =>
      !cells.includes(name) || (!callerKeepsArguments && bound.indexOf(name) < parameters);
    const order = [...bound.filter(isLocal), ...cells.filter((name) => !isLocal(name)), ...free];
    const held = order.map((name) => this.locals.get(name) ?? this.cells.get(name));
    const values = held.filter((value) => value !== undefined) as PyObject[];
    this.locals.clear();
    this.cells.clear();
    if (!callerKeepsArguments) for (const value of values) heap.decref(value);
    else heap.decref(this.frameObject(values));
  }

  /** The frame object of this call. It takes the references over. */
  frameObject(values: readonly PyObject[]): PyObject {
    const { heap } = this.machine;
    const id = heap.doing(() =>
      createFrame(heap.state, {
        back: 0,
        code: 0,
        globals: heap.mainDict,
        builtins: heap.builtinsDict,
        locals: values.map((value) => value.id),
      }),
    );
    for (const value of values) heap.decref(value);
    return heap.own(id);
  }
}
