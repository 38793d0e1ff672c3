import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Heap } from "../../../lib/dist";
import type { PyObject } from "../../../lib/sim/heap/py-object";
import { oracle } from "../../oracle/read-oracle";

const versions = ["3.8", "3.10", "3.11", "3.12", "3.13"];
const withSharedKeys = ["3.11", "3.12", "3.13"];

/** What the garbage collector is told that an object refers to, by the names that the test gives. */
function referents(heap: Heap, o: PyObject, names: Readonly<Record<string, PyObject>>): string[] {
  const nameOf = (id: number) => Object.keys(names).find((name) => names[name]?.id === id) ?? `object ${id}`;
  return heap.gc.getReferents(o).map(({ id }) => nameOf(id));
}

/** A heap on which `mortal(name)` makes an object that writes its name down when it dies. */
function heapOfMortals(version: string): {
  heap: Heap;
  mortal: (name: string) => PyObject;
  deaths: string[];
} {
  const heap = new Heap(version);
  const deaths: string[] = [];
  const names = new Map<number, string>();
  const Mortal = heap.class("Mortal", { slots: [], del: ({ id }) => deaths.push(names.get(id) ?? "?") });
  const mortal = (name: string): PyObject => {
    const o = heap.instance(Mortal);
    names.set(o.id, name);
    return o;
  };
  return { heap, mortal, deaths };
}

/** `o.name = value`, where nobody else keeps the value. */
function give(heap: Heap, o: PyObject, name: string, value: PyObject): void {
  heap.setattr(o, name, value);
  heap.decref(value);
}

describe.each(versions)("CPython %s", (version) => {
  const alwaysDict = !withSharedKeys.includes(version);
  const inInstance = version === "3.13";
  const statements = (name: string): number[] =>
    oracle("counted_allocations", version)
      .data.statements.find((part) => part.name === name)
      ?.statements.map(([, change]) => change) ?? [];
  const cases = (name: string): readonly string[] =>
    oracle("referents", version).data.cases.find((part) => part.name === name)?.referents ?? [];

  test("a dict counts when it is made: with the first attribute up to 3.10, when it is asked for later", () => {
    const heap = new Heap(version);
    heap.gc.disable();
    const C = heap.class("C");
    const ballast = [heap.set(), heap.set()];
    heap.collect();
    for (let n = 0; n < 9; n++) ballast.push(heap.set());
    let o = heap.none;
    const changes = [
      () => (o = heap.instance(C)),
      () => heap.setattr(o, "x", heap.none),
      () => give(heap, o, "y", heap.list()),
      () => heap.bind("d", heap.dictOf(o)),
      () => heap.unbind("d"),
      () => heap.bind("d", heap.dictOf(o)),
      () => heap.unbind("d"),
      () => heap.decref(o),
    ].map((step) => {
      const before = heap.gc.getCount()[0];
      step();
      return heap.gc.getCount()[0] - before;
    });
    expect(changes).toEqual(statements("attributes and the __dict__"));
    heap.check();
  });

  test("an instance of a subclass of a class with slots has a dict from its first attribute on, but not on 3.11 and 3.12", () => {
    const heap = new Heap(version);
    const o = heap.instance(heap.class("T", { base: heap.class("S", { slots: ["a", "b"] }) }));
    const changes = ["x", "y"].map((name) => {
      const before = heap.gc.getCount()[0];
      heap.setattr(o, name, heap.none);
      return heap.gc.getCount()[0] - before;
    });
    const measured = statements("the first attribute where there are no inline values");
    expect(changes).toEqual([measured[1], measured[4]]);
  });

  test("the referents of an instance and of its dict are those of the interpreter", () => {
    const heap = new Heap(version);
    const C = heap.class("C");
    const [a, b] = [heap.list(), heap.list()];
    const instance = (attributes: Readonly<Record<string, PyObject>>): PyObject => {
      const o = heap.instance(C);
      for (const [name, value] of Object.entries(attributes)) heap.setattr(o, name, value);
      return o;
    };
    const x = instance({ p: a, q: b });
    let d = heap.dictOf(x);
    expect(referents(heap, x, { C, a, b, d })).toEqual(cases("an instance whose __dict__ was asked for"));
    expect(referents(heap, d, { a, b })).toEqual(cases("that __dict__"));
    const y = instance({ p: a });
    d = heap.dictOf(y);
    heap.setattr(y, "q", b);
    expect(referents(heap, y, { C, a, b, d })).toEqual(cases("an instance that got an attribute after that"));
    const T = heap.class("T", { base: heap.class("S", { slots: ["p"] }) });
    const z = heap.instance(T);
    heap.setattr(z, "p", a);
    heap.setattr(z, "q", b);
    const anonymous = heap.gc.getReferents(z)[1] ?? a;
    expect(referents(heap, z, { T, a, b, "<dict>": anonymous })).toEqual(
      cases("an instance with slots of the base and attributes"),
    );
    heap.check();
  });

  test("dropped, an instance that holds itself takes its dict along only if the collector sees the dict through it", () => {
    const collected = ["never", "first", "last"].map((asked) => {
      const heap = new Heap(version);
      const o = heap.instance(heap.class("C"));
      if (asked === "first") heap.dictOf(o);
      heap.setattr(o, "me", o);
      if (asked === "last") heap.dictOf(o);
      heap.decref(o);
      return heap.collect().collected;
    });
    expect(collected).toEqual(alwaysDict ? [2, 2, 2] : inInstance ? [1, 1, 1] : [1, 2, 2]);
  });

  test("`o.x = 1; o.d = o.__dict__` is freed by the collector, but on 3.13 never: the dict is not tracked", () => {
    for (const x of ["an int", "a list"]) {
      const heap = new Heap(version);
      const o = heap.instance(heap.class("C"));
      give(heap, o, "x", x === "an int" ? heap.int(1) : heap.list());
      const dict = heap.dictOf(o);
      heap.setattr(o, "d", dict);
      heap.decref(o);
      expect([heap.dead(o), heap.refcnt(dict)]).toEqual([true, 1]);
      const never = inInstance && x === "an int";
      // The list dies with the dict, and is garbage of its own.
      expect(heap.collect().collected).toBe(never ? 0 : x === "an int" ? 1 : 2);
      expect(heap.dead(dict)).toBe(!never);
      heap.check();
    }
  });

  test("a dict that is kept keeps its instance, but on 3.13 only the attributes: the instance is garbage and loses the dict", () => {
    const heap = new Heap(version);
    const o = heap.instance(heap.class("C"));
    heap.setattr(o, "me", o);
    const d = heap.dictOf(o);
    heap.incref(d);
    heap.decref(o);
    expect(heap.collect().collected).toBe(inInstance ? 1 : 0);
    expect(heap.getitem(d, heap.str("me"))?.is(o)).toBe(true);
    expect([heap.refcnt(d), heap.getattr(o, "me")?.is(o)]).toEqual(inInstance ? [1, undefined] : [2, true]);
    heap.check();
    heap.decref(d);
    expect([heap.dead(o), heap.collect().collected]).toEqual(inInstance ? [true, 0] : [false, 2]);
    heap.check();
  });

  test("a dict stands where it became a container's: at the first one stored, or when it was asked for", () => {
    const heap = new Heap(version);
    heap.collect();
    const o = heap.instance(heap.class("C"));
    const before = heap.gc.getObjects(0);
    const x = heap.list();
    heap.setattr(o, "x", x);
    const p = heap.list();
    const d = heap.dictOf(o);
    const q = heap.list();
    const order = heap.gc.getObjects(0).slice(before.length);
    const expected = alwaysDict ? [x, d, p, q] : [x, p, d, q];
    expect(order.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  test("a dict without containers is tracked from the first one that is stored through it, on 3.13 only through it", () => {
    const heap = new Heap(version);
    const o = heap.instance(heap.class("C"));
    heap.setattr(o, "x", heap.none);
    const d = heap.dictOf(o);
    const tracked = [heap.gc.isTracked(d)];
    give(heap, o, "y", heap.list());
    tracked.push(heap.gc.isTracked(d));
    heap.setitem(d, heap.str("z"), heap.list());
    tracked.push(heap.gc.isTracked(d));
    heap.collect();
    tracked.push(heap.gc.isTracked(d));
    for (const name of ["y", "z"]) heap.setattr(o, name, heap.none);
    heap.collect();
    tracked.push(heap.gc.isTracked(d));
    expect(tracked).toEqual([false, !inInstance, true, true, false]);
    heap.check();
  });

  test("a value stored through the dict is the attribute, and the other way round; who keeps the dict keeps the values", () => {
    const { heap, mortal, deaths } = heapOfMortals(version);
    const o = heap.instance(heap.class("C"));
    const d = heap.dictOf(o);
    heap.incref(d);
    const value = mortal("by item");
    heap.setitem(d, heap.str("x"), value);
    heap.decref(value);
    expect(heap.getattr(o, "x")?.is(value)).toBe(true);
    give(heap, o, "y", mortal("by attribute"));
    expect(heap.getitem(d, heap.str("y"))).toBeDefined();
    expect(heap.delitem(d, heap.str("x"))).toBe(true);
    expect([heap.getattr(o, "x"), deaths]).toEqual([undefined, ["by item"]]);
    expect([heap.refcnt(d), heap.refcnt(o)]).toEqual([2, 1]);
    heap.decref(o);
    heap.check();
    expect(heap.getitem(d, heap.str("y"))).toBeDefined();
    heap.decref(d);
    expect(deaths).toEqual(["by item", "by attribute"]);
    heap.check();
  });

  test("looked at or not, attributes die in the order of the shared keys from 3.11 on, up to 3.10 as they came", () => {
    for (const looked of [false, true]) {
      const { heap, mortal, deaths } = heapOfMortals(version);
      const C = heap.class("C");
      for (const name of ["a", "b"]) heap.setattr(heap.instance(C), name, heap.none);
      const o = heap.instance(C);
      give(heap, o, "b", mortal("b"));
      give(heap, o, "a", mortal("a"));
      if (looked) heap.dictOf(o);
      heap.decref(o);
      expect(deaths).toEqual(alwaysDict ? ["b", "a"] : ["a", "b"]);
    }
  });

  test("an instance that ran out of shared names loses its attributes in the order in which they came", () => {
    const { heap, mortal, deaths } = heapOfMortals(version);
    const C = heap.class("C");
    for (let k = 0; k < 40; k++)
      for (const name of ["y", "x"]) heap.setattr(heap.instance(C), name, heap.none);
    const o = heap.instance(C);
    for (const name of ["x", "y", "z", "a"]) give(heap, o, name, mortal(name));
    heap.delattr(o, "x");
    give(heap, o, "x", mortal("x again"));
    deaths.push("--");
    heap.decref(o);
    expect(deaths).toEqual(oracle("shared_keys", version).data.deaths.deaths);
    const p = heap.instance(C);
    for (const name of ["x", "y", "w", "v"]) give(heap, p, name, mortal(name));
    deaths.length = 0;
    heap.decref(p);
    expect(deaths).toEqual(["x", "y", "w", "v"]);
    heap.check();
  });

  test("whatever is done through instance and dict, the invariants hold, and nothing is left when all is given up", () => {
    const some = fc.nat(11);
    const operation = fc.record({
      what: fc.constantFrom(
        "new",
        "set",
        "set",
        "set",
        "del",
        "look",
        "item",
        "no item",
        "clear",
        "drop",
        "drop dict",
        "collect",
      ),
      o: some,
      name: fc.integer({ min: 0, max: 40 }),
      value: some,
    });
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 60, size: "max" }), (program) => {
        const heap = new Heap(version);
        const classes = [heap.class("C"), heap.class("T", { base: heap.class("S", { slots: ["s"] }) })];
        const instances: PyObject[] = [];
        const dicts: PyObject[] = [];
        for (const { what, o, name, value } of program) {
          const instance = instances[o % instances.length];
          const dict = dicts[o % dicts.length];
          const all = [...instances, ...dicts, heap.none];
          const held = all[value % all.length] ?? heap.none;
          if (what === "new") instances.push(heap.instance(classes[o % 2] ?? held));
          else if (what === "collect") heap.collect(o % 3);
          else if (instance !== undefined) {
            if (what === "set") heap.setattr(instance, `a${name}`, held);
            else if (what === "del") heap.delattr(instance, `a${name}`);
            else if (what === "look") {
              dicts.push(heap.dictOf(instance));
              heap.incref(heap.dictOf(instance));
            } else if (what === "drop") heap.decref(instances.splice(o % instances.length, 1)[0] ?? held);
          }
          if (dict !== undefined) {
            const key = name % 7 === 6 ? heap.int(1000 + name) : heap.str(`a${name}`);
            if (what === "item") heap.setitem(dict, key, held);
            else if (what === "no item") heap.delitem(dict, key);
            else if (what === "clear") heap.clear(dict);
            else if (what === "drop dict") heap.decref(dicts.splice(o % dicts.length, 1)[0] ?? held);
            heap.decref(key);
          }
          heap.check();
        }
      }),
      { seed: 20_080_601, numRuns: 40 },
    );
  });
});

describe.each(withSharedKeys)("CPython %s", (version) => {
  test("a new name gives an instance a dict when the names that the class shares are used up, after as many as measured", () => {
    const { fits } = oracle("shared_keys", version).data;
    const simulated = fits.map(([instances]) => {
      const heap = new Heap(version);
      const C = heap.class("C");
      for (let n = 0; n < instances; n++) heap.setattr(heap.instance(C), "first", heap.none);
      const o = heap.instance(C);
      heap.setattr(o, "first", heap.none);
      for (let k = 0; ; k++) {
        const before = heap.gc.getCount()[0];
        heap.setattr(o, `a${k}`, heap.none);
        heap.check();
        if (heap.gc.getCount()[0] > before) return [instances, k, k];
      }
    });
    expect(simulated).toEqual(fits);
  });

  test("deleting an attribute that is not there uses up a name, too", () => {
    const heap = new Heap(version);
    const C = heap.class("C");
    const o = heap.instance(C);
    for (let k = 0; k < 10; k++) expect(heap.delattr(o, `missing${k}`)).toBe(false);
    const names = Array.from({ length: 20 }, (_, k) => `a${k}`);
    const changes = names.map((name) => {
      const before = heap.gc.getCount()[0];
      heap.setattr(o, name, heap.none);
      return heap.gc.getCount()[0] - before;
    });
    expect(changes.indexOf(1)).toBe(19);
  });

  test("sys.getsizeof of the dict tells the room for values of the class as it is now: 296 of the first instance, 88 of the fortieth", () => {
    const heap = new Heap(version);
    const C = heap.class("C");
    const sizes = Array.from({ length: 40 }, () => {
      const o = heap.instance(C);
      for (const name of ["a", "b"]) heap.setattr(o, name, heap.none);
      return heap.getsizeof(heap.dictOf(o));
    });
    expect([sizes[0], sizes[1], sizes[39]]).toEqual([296, 288, 88]);
  });

  test("asking for the dict moves the values' block: the two together take 64 bytes more", () => {
    const heap = new Heap(version, { blocks: true });
    const o = heap.instance(heap.class("C"));
    heap.setattr(o, "a", heap.none);
    const before = heap.sizeBytes(o);
    const d = heap.dictOf(o);
    expect(heap.sizeBytes(o) + heap.sizeBytes(d)).toBe(before + 64);
    heap.decref(o);
    heap.check();
  });
});
