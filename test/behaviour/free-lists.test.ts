/** What the free lists hide from the collector's counter. */

import { expect } from "vitest";
import type { Heap, PyObject } from "../../lib/dist";
import { oracle } from "../oracle/read-oracle";
import { behaviour } from "./behaviour";
import { changes, isModelled, kinds, programHeap, tupleOf } from "./counted-allocations";

/** What the sequences of counted_allocations.py make; `(i,)` and the arguments of `CellType` are tuples of one. */
const sequences: Record<string, keyof typeof kinds | ((heap: Heap) => PyObject)> = {
  "[]": "a list",
  "{}": "a dict",
  "(i,)": (heap) => tupleOf(heap, 1),
  "tuple(nineteen)": (heap) => tupleOf(heap, 19),
  "tuple(twenty)": "a tuple of twenty",
  "set()": "a set",
  "C()": "an instance",
  "lambda: None": "a function",
  "types.CellType(i)": (heap) => {
    heap.decref(tupleOf(heap, 1));
    return heap.cell(heap.none);
  },
  "m.m": "a bound method",
  "generate()": "a generator",
  "weakref.ref(c, callback)": "a weak reference with a callback",
};

behaviour(
  {
    item: 27,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "of 60 and of 500 objects made and dropped twice, the free lists hide as many from the count, and only a full collection empties them",
  },
  (version) => {
    const { sequences: real } = oracle("counted_allocations", version).data;
    expect([...new Set(real.map(({ make }) => make))].sort()).toEqual(Object.keys(sequences).sort());
    for (const { make, n, fromEmptyFreeLists, afterCollect } of real) {
      if (make === "generate()" && !isModelled("a generator", version)) continue;
      const run = sequence(version, make, n);
      const first = run(2);
      const after = Object.fromEntries(
        [0, 1, 2].map((generation) => [generation, run(generation).slice(0, 2)]),
      );
      expect([make, n, first, after]).toEqual([make, n, fromEmptyFreeLists, afterCollect]);
    }
  },
);

/** After a collection of a generation: make n, drop n, twice. @returns a function that does it, each time anew. */
function sequence(version: string, name: string, n: number): (generation: number) => number[] {
  const heap = programHeap(version);
  const how = sequences[name]!;
  const { setup, make } = typeof how === "string" ? kinds[how]! : { setup: undefined, make: how };
  const held = setup?.(heap) ?? heap.none;
  const kept: PyObject[] = [];
  const makeAll = () => {
    for (let i = 0; i < n; i++) kept.push(make(heap, held));
  };
  const dropAll = () => {
    for (const o of kept.splice(0)) heap.decref(o);
  };
  return (generation) => {
    heap.collect(generation);
    for (let k = 0; k < 2 * n; k++) heap.set();
    // Up to 3.10 the script's enumerate() gets its argument in a tuple, which is then on the free list.
    if (["3.8", "3.10"].includes(version)) heap.decref(tupleOf(heap, 1));
    return changes(heap, [makeAll, dropAll, makeAll, dropAll]);
  };
}
