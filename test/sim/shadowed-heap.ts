/** A heap beside a plain picture of it: who refers to whom, kept in ordinary maps by other means than the heap's. */

import { Heap } from "../../lib/dist";
import type { PyObject } from "../../lib/sim/heap/py-object";
import type { Operation } from "./random-operation";

/** An object as the picture has it. */
interface Shadow {
  readonly number: number;
  readonly object: PyObject;
  readonly kind: "class" | "instance" | "list" | "dict" | "tuple" | "atom";
  /** What is inside, by attribute, index or key. */
  readonly inside: Map<string, readonly Shadow[]>;
  /** Of an instance. */
  readonly cls?: Shadow;
  /** An int or empty tuple that exists once and never dies. */
  readonly everlasting?: boolean;
}

/** References that a class holds to itself: by its mro, and by the descriptors of `__dict__` and `__weakref__`. */
const OWN_REFERENCES = 3;

/** Runs operations on a heap and keeps the picture. */
export class ShadowedHeap {
  readonly heap: Heap;
  private readonly all: Shadow[] = [];
  private readonly held: Shadow[] = [];
  private readonly names = new Map<string, Shadow>();

  constructor(profile: string) {
    this.heap = new Heap(profile);
    for (const name of ["C", "D"]) this.hold("class", this.heap.class(name));
  }

  /** Do one step, if there is anything that it can be done with. */
  perform(operation: Operation): void {
    switch (operation.kind) {
      case "list":
        return void this.hold("list", this.heap.list());
      case "dict":
        return void this.hold("dict", this.heap.dict());
      case "instance": {
        const cls = this.one("class", operation.cls);
        if (cls === undefined) return;
        return void this.hold("instance", this.heap.instance(cls.object), { cls });
      }
      case "tuple": {
        const items = operation.items.flatMap((item) => this.any(item) ?? []);
        const tuple = this.heap.tuple(items.map(({ object }) => object));
        const inside = new Map(items.map((item, i) => [`${i}`, [item]] as const));
        return void this.hold("tuple", tuple, { inside, everlasting: items.length === 0 });
      }
      case "atom": {
        const { value } = operation;
        const object = value % 3 === 0 ? this.heap.str(`${value}`) : this.heap.int(value);
        return void this.hold("atom", object, {
          everlasting: value % 3 !== 0 && value >= -5 && value <= 256,
        });
      }
      case "drop":
        return this.drop(operation.held);
      case "dup": {
        const shadow = this.any(operation.held);
        if (shadow === undefined) return;
        this.heap.incref(shadow.object);
        this.held.push(shadow);
        return;
      }
      case "bind": {
        const value = this.any(operation.value);
        if (value === undefined) return;
        this.heap.bind(nameOf(operation.name), value.object);
        this.names.set(nameOf(operation.name), value);
        return;
      }
      case "unbind":
        this.heap.unbind(nameOf(operation.name));
        this.names.delete(nameOf(operation.name));
        return;
      case "borrow": {
        const shadow = this.names.get(nameOf(operation.name));
        if (shadow === undefined) return;
        this.heap.incref(shadow.object);
        this.held.push(shadow);
        return;
      }
      case "burst":
        return this.burst(operation.pairs);
      case "collect":
        this.heap.collect(operation.generation);
        return;
      default:
        this.change(operation);
    }
  }

  /** Operations that change what is inside an object. */
  private change(
    operation: Operation & { kind: "setattr" | "delattr" | "append" | "pop" | "setitem" | "delitem" },
  ): void {
    const kind = operation.kind.endsWith("attr")
      ? "instance"
      : operation.kind.endsWith("item")
        ? "dict"
        : "list";
    const owner = this.one(kind, operation.owner);
    if (owner === undefined) return;
    const value = "value" in operation ? this.any(operation.value) : undefined;
    const { inside, object } = owner;
    if (operation.kind === "delattr") {
      this.heap.delattr(object, attributeOf(operation.name));
      inside.delete(attributeOf(operation.name));
    } else if (operation.kind === "delitem") {
      const key = this.one("atom", operation.key);
      if (key === undefined) return;
      this.heap.delitem(object, key.object);
      inside.delete(textOf(key));
    } else if (operation.kind === "pop") {
      const popped = inside.get(`${inside.size - 1}`)?.[0];
      this.heap.pop(object);
      inside.delete(`${inside.size - 1}`);
      if (popped !== undefined) this.held.push(popped);
    } else if (value === undefined) {
      return;
    } else if (operation.kind === "setattr") {
      this.heap.setattr(object, attributeOf(operation.name), value.object);
      inside.set(attributeOf(operation.name), [value]);
    } else if (operation.kind === "append") {
      this.heap.append(object, value.object);
      inside.set(`${inside.size}`, [value]);
    } else {
      const key = this.one("atom", operation.key);
      if (key === undefined) return;
      this.heap.setitem(object, key.object, value.object);
      inside.set(textOf(key), [inside.get(textOf(key))?.[0] ?? key, value]);
    }
  }

  /** Make pairs that refer to each other, enough of them to start the collector, and give them up. */
  private burst(pairs: number): void {
    for (let n = 0; n < pairs; n++) {
      const [a, b] = [this.heap.list(), this.heap.list()];
      this.heap.append(a, b);
      this.heap.append(b, a);
      this.heap.decref(a);
      this.heap.decref(b);
    }
  }

  giveEverythingUp(): void {
    while (this.held.length > 0) this.drop(0);
    for (const name of this.names.keys()) this.heap.unbind(name);
    this.names.clear();
  }

  /** Numbers of the objects that can be reached from names and held references, by the picture alone. */
  reachable(): number[] {
    const reached = new Set<Shadow>();
    const todo = [...this.held, ...this.names.values()];
    for (let shadow = todo.pop(); shadow !== undefined; shadow = todo.pop()) {
      if (reached.has(shadow)) continue;
      reached.add(shadow);
      todo.push(...referents(shadow));
    }
    return [...reached]
      .flatMap(({ number, everlasting }) => (everlasting ? [] : [number]))
      .sort((a, b) => a - b);
  }

  /** Numbers of the objects that the heap says are alive. */
  alive(): number[] {
    return this.all.flatMap(({ number, object, everlasting }) =>
      everlasting || this.heap.dead(object) ? [] : [number],
    );
  }

  /** Live objects that belong to the classes: of each its dict, bases, mro, two descriptors and the reference to it. */
  classParts(): number {
    return 6 * this.all.filter(({ kind, object }) => kind === "class" && !this.heap.dead(object)).length;
  }

  deadThoughReachable(): number[] {
    const alive = new Set(this.alive());
    return this.reachable().filter((number) => !alive.has(number));
  }

  /** Live objects whose count is not that of the references in the picture. */
  wrongCounts(): string[] {
    const counts = new Map<Shadow, number>();
    const refer = (to: Shadow) => counts.set(to, (counts.get(to) ?? 0) + 1);
    for (const shadow of [...this.held, ...this.names.values()]) refer(shadow);
    const living = this.all.filter(({ object, everlasting }) => !everlasting && !this.heap.dead(object));
    for (const shadow of living) for (const referent of referents(shadow)) refer(referent);
    return living
      .map(
        (shadow) =>
          [shadow, (counts.get(shadow) ?? 0) + (shadow.kind === "class" ? OWN_REFERENCES : 0)] as const,
      )
      .filter(([{ object }, expected]) => this.heap.refcnt(object) !== expected)
      .map(([{ object }, expected]) => `${object}, expected ${expected}`);
  }

  private hold(kind: Shadow["kind"], object: PyObject, more: Partial<Shadow> = {}): Shadow {
    const shadow: Shadow = { number: this.all.length, object, kind, inside: new Map(), ...more };
    this.all.push(shadow);
    this.held.push(shadow);
    return shadow;
  }

  private drop(choice: number): void {
    const [shadow] = this.held.splice(choice % Math.max(1, this.held.length), 1);
    if (shadow !== undefined) this.heap.decref(shadow.object);
  }

  private any(choice: number): Shadow | undefined {
    return this.held[choice % this.held.length];
  }

  private one(kind: Shadow["kind"], choice: number): Shadow | undefined {
    const fitting = this.held.filter((shadow) => shadow.kind === kind);
    return fitting[choice % fitting.length];
  }
}

function referents({ inside, cls }: Shadow): Shadow[] {
  const found = [...inside.values()].flat();
  return cls === undefined ? found : [...found, cls];
}

function nameOf(choice: number): string {
  return `name${choice % 4}`;
}

function attributeOf(choice: number): string {
  return `attribute${choice % 5}`;
}

/** What an atom stands for, with its type: what a dict compares. */
function textOf({ object }: Shadow): string {
  return String(object).replace(/, refcnt .*/, "");
}
