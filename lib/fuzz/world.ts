/** A simulated process that has run `prelude.py` and is about to run a generated program. */

import type { Heap } from "../sim/heap/heap";
import type { PyObject } from "../sim/heap/py-object";
import { type Kind, letterOfType } from "./kind";
import { keys } from "./operation/container";
import { preludeClasses } from "./prelude";
import { variable, variableCount } from "./program";

/** Functions in C whose call makes a tuple of its arguments; by default in every version. */
const takesTuple: Readonly<Record<string, readonly string[] | "always">> = {
  ref: "always",
  set_threshold: "always",
  get_referrers: "always",
  get_referents: "always",
  frozenset: ["3.8"],
};

/** The process. What it holds besides the variables was there before the program, and is frozen. */
export class World {
  /** Objects that a finalizer has saved. */
  readonly keep: PyObject;
  /** A function, the method `m` of every class. */
  readonly method: PyObject;
  /** The labels of deaths, and what collections told, since they were last observed. */
  readonly log: (string | number)[] = [];
  /** What the program printed since it was last observed. */
  readonly printed: (string | number)[] = [];
  private readonly classes: readonly PyObject[];
  private readonly keyObjects: readonly PyObject[];
  private readonly labels = new Map<number, number>();
  private readonly base: ReadonlySet<number>;

  /**
   * @param objectsBefore - How many tracked objects the real process had; 0 when the program cannot tell.
   */
  constructor(
    readonly heap: Heap,
    private readonly series: string,
    objectsBefore: number,
  ) {
    heap.gc.disable();
    // In the real process, too, a full collection comes to the namespace, then to the saved objects, then to the garbage.
    heap.gc.collect();
    this.keep = heap.list();
    this.method = heap.function("m");
    this.classes = preludeClasses(heap, this.keep, (o) => this.logLabel(o));
    this.keyObjects = keys.map((key) => (typeof key === "number" ? heap.int(key) : heap.str(key)));
    for (let n = 0; n < variableCount; n++) heap.bind(variable(n), heap.none);
    heap.gc.collect();
    heap.gc.clearGarbage();
    heap.gc.freeze();
    for (let n = heap.gc.getFreezeCount(); n < objectsBefore; n++) heap.list();
    heap.gc.unfreeze();
    this.base = new Set(heap.gc.getObjects().map((o) => o.id));
    heap.gc.freeze();
    heap.gc.collect();
    heap.gc.enable();
  }

  /** What a variable holds. The reference is the variable's. */
  value(n: number | undefined): PyObject {
    const value = this.heap.lookup(variable(n));
    if (value === undefined) throw new Error(`${variable(n)} is not bound in the simulated program.`);
    return value;
  }

  /** The class of that number. */
  class(n: number | undefined): PyObject {
    return this.classes[n ?? 0] as PyObject;
  }

  /** The key of that number. */
  key(n: number | undefined): PyObject {
    return this.keyObjects[n ?? 0] as PyObject;
  }

  /** `None`, with a reference. */
  none(): PyObject {
    return this.own(this.heap.none);
  }

  /** The same object, with a reference. */
  own(o: PyObject | undefined): PyObject {
    const owned = o ?? this.heap.none;
    this.heap.incref(owned);
    return owned;
  }

  /** The letter of an object's class. */
  kind(o: PyObject): Kind {
    const name = /^<(\w+)/.exec(this.heap.describe(o))?.[1] ?? "";
    if (name.length === 1) return name;
    return letterOfType[name] ?? (atoms.has(name) ? "." : "?");
  }

  /** `len()` of a list or set. */
  length(n: number | undefined): number {
    return this.heap.gc.getReferents(this.value(n)).length;
  }

  /** The items of a set. */
  referents(n: number | undefined): PyObject[] {
    return this.heap.gc.getReferents(this.value(n));
  }

  /** `labels[id(o)] = label`. */
  label(o: PyObject, label: number): void {
    this.labels.set(o.id, label);
  }

  /** What finalizers and callbacks do: `append(labels[id(o)])`. */
  logLabel(o: PyObject): void {
    this.log.push(this.labels.get(o.id) ?? "unlabelled");
  }

  /** `print(value)`. */
  out(value: string | number): void {
    this.printed.push(value);
  }

  /**
   * A call of a function in C: its arguments go into a tuple where CPython makes one, and it has one safe point, its
   * end.
   */
  call<T>(name: string, args: readonly PyObject[], body: (tuple: PyObject | undefined) => T): T {
    const when = takesTuple[name] ?? [];
    const makesTuple = when === "always" || when.includes(this.series);
    return this.heap.oneCall(() => {
      const tuple = makesTuple ? this.heap.tuple(args) : undefined;
      const result = body(tuple);
      if (tuple !== undefined) this.heap.decref(tuple);
      return result;
    });
  }

  /** A call of a function in Python: up to 3.10 the caller's stack keeps the arguments until it returns. */
  pythonCall<T>(args: readonly PyObject[], body: () => T): T {
    const kept = ["3.8", "3.9", "3.10"].includes(this.series) ? args : [];
    for (const o of kept) this.heap.incref(o);
    const result = body();
    for (const o of kept) this.heap.decref(o);
    return result;
  }

  /**
   * Print how long the list is that a function of `gc` returns. Neither that list nor the call's own tuple is in it.
   *
   * @param all - Count what was there before the program, too?
   */
  outLength(
    name: string,
    args: readonly PyObject[],
    find: () => readonly PyObject[],
    all: boolean = false,
  ): void {
    let length = 0;
    const list = this.call(name, args, (tuple) => {
      const made = this.heap.list();
      const own = [made.id, tuple?.id];
      for (const found of find()) {
        if (own.includes(found.id)) continue;
        this.heap.append(made, found);
        if (all || !this.base.has(found.id)) length++;
      }
      return made;
    });
    this.heap.decref(list);
    this.out(length);
  }

  /** `callbacks.append(noted)`. */
  addCallback(): void {
    this.heap.gc.callbacks.push((phase, info) => {
      this.log.push(phase[2] ?? "", info.generation, info.collected);
    });
  }

  /** Was the object there before the program? */
  isBase(o: PyObject): boolean {
    return this.base.has(o.id);
  }
}

const atoms = new Set(["NoneType", "None", "int", "str", "bool"]);
