/** Class statements of the program. */

import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import { createClass } from "../../../lib/dist/sim/objects/class";
import { Calls } from "./calls";
import type { Frame, Step } from "./frame";
import type { Scope } from "./scope";

/** A class statement that is about to run. The references to the bases are given up. */
export interface ClassText {
  readonly name: string;
  readonly bases: readonly PyObject[];
  readonly scope: Scope;
  readonly steps: readonly Step[];
  readonly line: number;
}

/** Makes classes as `type_new` does: the bases first, then what the body leaves, then the class. */
export abstract class Classes extends Calls {
  makeClass(f: Frame, { name, bases, scope, steps, line }: ClassText): PyObject {
    const tuple = bases.length > 0 ? this.heap.tuple(bases) : undefined;
    const body = this.newFrame(scope);
    for (const [free, cell] of f.cells) body.cells.set(free, cell);
    this.steps(body, steps);
    const slots = body.locals.get("__slots__");
    const base = bases.find((one) => this.heap.state.classes.has(one.id));
    const builtin = bases.find((one) => (this.hostOf(one)?.name ?? "object") !== "object");
    if (builtin !== undefined) return this.beyond(name, builtin);
    const values = [...body.locals].filter(([key]) => key !== "__slots__");
    const record = this.heap.doing(() =>
      createClass(this.heap.state, {
        name,
        base: base?.id ?? 0,
        line,
        ...(tuple && { bases: tuple.id }),
        body: new Map(values.map(([key, value]) => [key, value.id])),
        ...(slots && { slots: [this.seen(slots)].flat() as string[] }),
        ...(body.locals.has("__del__") && { finalizer: (o: number) => this.callSpecial(o, "__del__") }),
        ...(body.locals.has("__hash__") && { hash: (o: number) => Number(this.callSpecial(o, "__hash__")) }),
      }),
    );
    const held = [...body.locals.values(), ...(tuple === undefined ? [] : [tuple]), ...bases];
    for (const one of held) this.heap.decref(one);
    return this.heap.own(record.id);
  }

  /** A class that the simulator cannot have: it can be named, but not be called. */
  private beyond(name: string, base: PyObject): PyObject {
    const call = (): never => {
      throw new Error(`Subclasses of ${this.hostOf(base)?.name} are beyond the simulator.`);
    };
    return this.box({ name, call });
  }

  /** Call a method that the interpreter itself looks up. Only the frame holds the object meanwhile. */
  private callSpecial(id: number, name: string): ReturnType<Calls["atomOf"]> {
    const o = this.heap.seen(id) as PyObject;
    const method = this.classAttribute(this.heap.typeOf(o), name) as PyObject;
    this.heap.incref(method);
    this.heap.incref(o);
    const result = this.callFunction(method, { positional: [o], named: new Map(), kinds: [] }, false);
    this.heap.decref(method);
    const atom = this.atomOf(result);
    this.heap.decref(result);
    return atom;
  }
}
