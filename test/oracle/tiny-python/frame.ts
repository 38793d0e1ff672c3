/** A block that runs: its locals and cells. Calls are no part of lib/sim, so the frame lies outside of the heap. */

import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import type { Machine } from "./machine";
import type { Scope } from "./scope";

/** Leaves one reference, which whatever uses the value takes over or gives up, as on CPython's operand stack. */
export type Code = (frame: Frame) => PyObject;

/** A statement. Returns a value where the block ends with it. */
export type Step = (frame: Frame) => PyObject | undefined;

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
   * The call has ended: up to 3.10 the locals go in the order of their slots, then the cells (`frame_dealloc`). From
   * 3.11 on a parameter that is a cell lies among the locals (`_PyFrame_ClearExceptCode`).
   */
  release(): void {
    const { bound, cells, free, parameters } = this.scope;
    const { callerKeepsArguments } = this.machine;
    const isLocal = (name: string): boolean =>
      !cells.includes(name) || (!callerKeepsArguments && bound.indexOf(name) < parameters);
    const order = [...bound.filter(isLocal), ...cells.filter((name) => !isLocal(name)), ...free];
    for (const name of order) {
      const held = this.locals.get(name) ?? this.cells.get(name);
      this.locals.delete(name);
      this.cells.delete(name);
      if (held !== undefined) this.machine.heap.decref(held);
    }
  }
}
