/** How a collection tells garbage from what is reachable, by counts alone. */

import { expect } from "vitest";
import { Heap, type PyObject } from "../../lib/dist";
import { behaviour } from "./behaviour";
import { seenByProgram } from "./seen-by-program";

/** The class D of the scripts: an instance writes down its name in `__del__`. */
class Named {
  readonly heap: Heap;
  readonly seen: unknown[] = [];
  private readonly names = new Map<number, string>();
  private readonly cls: PyObject;

  constructor(version: string) {
    this.heap = new Heap(version);
    this.heap.gc.disable();
    this.cls = this.heap.class("D", { del: (self) => this.seen.push(this.names.get(self.id)) });
  }

  make(name: string): PyObject {
    const o = this.heap.instance(this.cls);
    this.names.set(o.id, name);
    const text = this.heap.str(name);
    this.heap.setattr(o, "name", text);
    this.heap.decref(text);
    return o;
  }

  /** Names of the instances of D among `objects`. */
  namesOf(objects: readonly PyObject[]): (string | undefined)[] {
    return objects.filter(({ id }) => this.names.has(id)).map(({ id }) => this.names.get(id));
  }
}

/** The reference that the maker handed over is given up when another holds the object. */
function giveUp(heap: Heap, objects: readonly PyObject[]): void {
  for (const o of objects) heap.decref(o);
}

behaviour(
  {
    item: 34,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "objects once thought unreachable are linked anew in the order in which they are reached: those of a list from its end, those of a dict from its start",
  },
  (version) => {
    const d = new Named(version);
    const { heap, seen } = d;
    const selfHolding = () => {
      const objects = ["a", "b", "c"].map((name) => d.make(name));
      for (const o of objects) heap.setattr(o, "me", o);
      return objects;
    };
    const inList = selfHolding();
    const list = heap.list(inList);
    giveUp(heap, inList);
    heap.collect();
    heap.decref(list);
    heap.collect();
    seen.push("--");
    const inDict = selfHolding();
    const dict = heap.dict();
    inDict.forEach((o, i) => {
      heap.setitem(dict, heap.int(i + 1), o);
    });
    giveUp(heap, inDict);
    heap.collect();
    heap.decref(dict);
    heap.collect();
    const name = "objects once thought unreachable are linked anew in the order in which they are reached";
    expect(seen).toEqual(seenByProgram("collector", version, name));
  },
);

behaviour(
  {
    item: 34,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a reachable object far back in the list rescues those before it",
  },
  (version) => {
    const d = new Named(version);
    const { heap, seen } = d;
    heap.collect();
    const [a, b, c] = ["a", "b", "c"].map((name) => d.make(name)) as [PyObject, PyObject, PyObject];
    heap.setattr(c, "next", b);
    heap.setattr(b, "next", a);
    heap.setattr(a, "next", c);
    heap.list([c]);
    giveUp(heap, [a, b, c]);
    seen.push(heap.collect(0).collected);
    seen.push(d.namesOf(heap.gc.getObjects(1)));
    const name = "a reachable object far back in the list rescues those before it";
    expect(seen).toEqual(seenByProgram("collector", version, name));
  },
);

behaviour(
  {
    item: 34,
    versions: "3.8-3.13",
    compared: "source only",
    claim: "gc_refs is the count, less the references from inside: what is left comes from outside",
  },
  (version) => {
    const heap = new Heap(version);
    // A ring of three, one of them held, and one that holds itself.
    const [held, second, third, own] = [heap.list(), heap.list(), heap.list(), heap.list()];
    const links: [PyObject, PyObject][] = [
      [held, second],
      [second, third],
      [third, held],
      [own, own],
    ];
    for (const [from, to] of links) heap.append(from, to);
    giveUp(heap, [second, third, own]);
    const gcRefs = new Map<string, unknown[]>();
    heap.gc.record(({ step, objects }) => {
      const refsOf = ({ id }: PyObject) => objects.find((one) => one.id === id)?.gcRefs;
      gcRefs.set(step, [held, second, third, own].map(refsOf));
    });
    expect(heap.collect().collected).toBe(1);
    expect(gcRefs.get("update_refs")).toEqual([2, 1, 1, 1]);
    expect(gcRefs.get("subtract_refs")).toEqual([1, 0, 0, 0]);
    expect(gcRefs.get("move_unreachable")).toEqual(["reachable", "reachable", "reachable", "unreachable"]);
  },
);
