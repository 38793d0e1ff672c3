import { describe, expect, test } from "vitest";
import { Heap } from "../../lib/dist";
import type { PyObject } from "../../lib/sim/heap/py-object";
import { oracle } from "./read-oracle";

/** How the simulator makes what sizes.py measures. */
const made: Record<string, (heap: Heap) => PyObject> = {
  None: (heap) => heap.none,
  "0": (heap) => heap.int(0),
  "1": (heap) => heap.int(1),
  "-1": (heap) => heap.int(-1),
  "2**30 - 1": (heap) => heap.int(2 ** 30 - 1),
  "2**30": (heap) => heap.int(2 ** 30),
  "''": (heap) => heap.str(""),
  "'a'": (heap) => heap.str("a"),
  "'abc'": (heap) => heap.str("abc"),
  "()": (heap) => heap.tuple(),
  "(1,)": (heap) => heap.tuple([heap.int(1)]),
  "(1, 2, 3)": (heap) => heap.tuple([heap.int(1), heap.int(2), heap.int(3)]),
  "[]": (heap) => heap.list(),
  "[1]": (heap) => heap.list([heap.int(1)]),
  "[1, 2]": (heap) => heap.list([heap.int(1), heap.int(2)]),
  "{}": (heap) => heap.dict(),
  "{1: 1}": (heap) => {
    const dict = heap.dict();
    heap.setitem(dict, heap.int(1), heap.int(1));
    return dict;
  },
  "class C: pass": (heap) => heap.class("C"),
};

// Left out, where the model says that it is simplified: dicts with text keys only, strings beyond ASCII.
describe.each(["3.11", "3.13"])("CPython %s", (series) => {
  const { data } = oracle("sizes", series);

  test("sys.getsizeof says the same of atoms, containers and classes", () => {
    const simulated = Object.entries(made).map(([text, make]) => {
      const heap = new Heap(series);
      return [text, heap.sizeBytes(make(heap))];
    });
    expect(simulated).toEqual(Object.keys(made).map((text) => [text, data.getsizeof[text]]));
  });

  test("a list has the same sizes after each of 20 appends", () => {
    const heap = new Heap(series);
    const list = heap.list();
    const sizes = data.list.map((_, appends) => {
      if (appends > 0) heap.append(list, heap.none);
      return heap.sizeBytes(list);
    });
    expect(sizes).toEqual(data.list);
  });

  test.each([0, 1, 2])(
    "the first 40 instances of a class with %i attributes take as much memory",
    (attributes) => {
      const heap = new Heap(series);
      const C = heap.class("C");
      const sizes = Array.from({ length: 40 }, () => {
        const o = heap.instance(C);
        const whenMade = heap.sizeBytes(o);
        for (const name of ["a", "b"].slice(0, attributes)) heap.setattr(o, name, heap.none);
        return [whenMade, heap.sizeBytes(o) - whenMade];
      });
      expect(sizes).toEqual(data.instances[attributes]);
    },
  );
});
