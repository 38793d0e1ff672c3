/** The interpreter: names, loops and comprehensions of a program on the simulator's heap. */

import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import { builtins, library } from "./builtin";
import { Classes } from "./classes";
import { type Code, Frame, type Step } from "./frame";
import type { Clause } from "./operand";
import type { Scope } from "./scope";
import { read } from "./statement";
import type { Host } from "./values";

/** What a `raise` of the program ends. */
export class PythonError extends Error {}

/** One program, or several after each other, in one module `__main__` on one heap. The automatic collector is off. */
export class Machine extends Classes {
  /** What the program printed. */
  readonly printed: string[] = [];
  private readonly builtins: ReadonlyMap<string, Host>;

  constructor(version: string) {
    super(version);
    this.builtins = builtins(this);
    this.heap.gc.disable();
  }

  /** Run a program in the module `__main__`. @throws When it is beyond this interpreter. */
  run(program: string): void {
    const { scope, steps } = read(program);
    this.steps(new Frame(this, scope), steps);
  }

  /** What a name of the module stands for, as the test compares it. */
  read(name: string): ReturnType<Machine["seen"]> {
    return this.seen(this.named(name));
  }

  named(name: string): PyObject {
    const found = this.heap.lookup(name);
    if (found === undefined) throw new Error(`name '${name}' is not defined`);
    return found;
  }

  steps(f: Frame, steps: readonly Step[]): PyObject | undefined {
    for (const step of steps) {
      const returned = step(f);
      if (returned !== undefined) return returned;
    }
    return undefined;
  }

  loop(
    f: Frame,
    all: PyObject,
    store: (value: PyObject) => void,
    body: readonly Step[],
  ): PyObject | undefined {
    for (const value of this.each(all)) {
      store(value);
      const returned = this.steps(f, body);
      if (returned === undefined) continue;
      this.heap.decref(all);
      return returned;
    }
    return undefined;
  }

  comprehend(f: Frame, clauses: readonly Clause[], value: Code): PyObject {
    const list = this.heap.list();
    const variables = new Map<string, PyObject>();
    f.temporaries.push(variables);
    this.clause(f, clauses, variables, () => {
      const made = value(f);
      this.heap.append(list, made);
      this.heap.decref(made);
    });
    f.temporaries.pop();
    for (const held of variables.values()) this.heap.decref(held);
    return list;
  }

  private clause(
    f: Frame,
    clauses: readonly Clause[],
    variables: Map<string, PyObject>,
    body: () => void,
  ): void {
    const [clause, ...rest] = clauses;
    if (clause === undefined) return body();
    for (const item of this.each(clause.all(f))) {
      const values = clause.names.length === 1 ? [item] : this.unpack(item);
      clause.names.forEach((name, i) => {
        const old = variables.get(name);
        variables.set(name, values[i] as PyObject);
        if (old !== undefined) this.heap.decref(old);
      });
      if (clause.condition === undefined || this.isTrue(clause.condition(f)))
        this.clause(f, rest, variables, body);
    }
  }

  load(f: Frame, name: string): PyObject {
    const found =
      f.temporaries
        .map((variables) => variables.get(name))
        .reverse()
        .find((held) => held !== undefined) ??
      f.locals.get(name) ??
      this.cellContent(f, name) ??
      this.heap.lookup(name);
    if (found !== undefined) {
      this.heap.incref(found);
      return found;
    }
    const host = this.builtins.get(name);
    if (host === undefined) throw new Error(`name '${name}' is not defined`);
    return this.boxed(host);
  }

  private cellContent(f: Frame, name: string): PyObject | undefined {
    const cell = f.cells.get(name);
    return cell === undefined ? undefined : this.heap.seen(this.heap.slots(cell)[0] ?? 0);
  }

  /** `name = value`: the name takes the reference over; the old value dies after that. */
  bind(f: Frame, name: string, value: PyObject): void {
    const cell = f.scope.kind === "function" ? f.cells.get(name) : undefined;
    if (f.scope.kind === "module") this.heap.bind(name, value);
    else if (cell !== undefined) this.heap.store(cell, 0, value);
    else {
      const old = f.locals.get(name);
      f.locals.set(name, value);
      if (old !== undefined) this.heap.decref(old);
      return;
    }
    this.heap.decref(value);
  }

  unbind(f: Frame, name: string): void {
    const cell = f.cells.get(name);
    const local = f.locals.get(name);
    if (f.scope.kind === "module") this.heap.unbind(name);
    else if (cell !== undefined) this.heap.store(cell, 0, undefined);
    else if (local !== undefined) {
      f.locals.delete(name);
      this.heap.decref(local);
    }
  }

  module(name: string): PyObject {
    return this.boxed(library(this, name));
  }

  raise(error: PyObject): never {
    const name = this.hostOf(error)?.name ?? "Exception";
    this.heap.decref(error);
    throw new PythonError(name);
  }

  protected newFrame(scope: Scope): Frame {
    return new Frame(this, scope);
  }
}
