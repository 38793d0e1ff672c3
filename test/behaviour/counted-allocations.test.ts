/** What the collector's first counter counts: allocations of containers, less what is freed, but for the free lists. */

import { expect } from "vitest";
import type { Heap, PyObject } from "../../lib/dist";
import { oracle } from "../oracle/read-oracle";
import { behaviour } from "./behaviour";
import {
  assign,
  changes,
  cold,
  isModelled,
  kinds,
  leftOut,
  type Make,
  programHeap,
} from "./counted-allocations";

const leakPair = "a pair of the leak loop";

function statementsOf(version: string, name: string): number[] {
  const found = oracle("counted_allocations", version).data.statements.find((one) => one.name === name);
  return found!.statements.map(([, change]) => change);
}

behaviour(
  {
    item: 26,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "making an object raises the count by one for each container in it, dropping it lowers it; an atom, and what a free list gives or keeps, does not move it",
  },
  (version) => {
    const names = oracle("counted_allocations", version).data.statements.map(({ name }) => name);
    const compared = { ...kinds, ...leftOut, ...programs, ...classes, [leakPair]: true };
    expect(names.sort()).toEqual(Object.keys(compared).sort());
    for (const [name, { setup, make }] of Object.entries(kinds)) {
      if (!isModelled(name, version)) continue;
      const heap = programHeap(version);
      const held = setup?.(heap) ?? heap.none;
      cold(heap);
      heap.decref(make(heap, held));
      const seen = changes(heap, [
        () => assign(heap, "x", make(heap, held)),
        () => assign(heap, "x", heap.none),
        () => assign(heap, "x", make(heap, held)),
        () => assign(heap, "y", make(heap, held)),
        () => assign(heap, "x", heap.none),
        () => assign(heap, "y", heap.none),
      ]);
      expect([name, seen]).toEqual([name, statementsOf(version, name)]);
    }
  },
);

behaviour(
  {
    item: 28,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a pair of the leak loop counts four objects with their dicts, from 3.11 on two",
  },
  (version) => {
    const heap = programHeap(version);
    const C = heap.class("C");
    cold(heap);
    const seen = changes(heap, [
      () => assign(heap, "A", heap.instance(C)),
      () => assign(heap, "B", heap.instance(C)),
      () => heap.setattr(named(heap, "A"), "b", named(heap, "B")),
      () => heap.setattr(named(heap, "B"), "a", named(heap, "A")),
      () => assign(heap, "A", heap.none),
      () => assign(heap, "B", heap.none),
    ]);
    expect(seen).toEqual(statementsOf(version, leakPair));
  },
);

/** Programs of counted_allocations.py; each step is a statement. */
const programs: Record<string, (heap: Heap) => (() => void)[]> = {
  "lists dropped together": (heap) => [
    () =>
      assign(
        heap,
        "x",
        listOf(heap, 3, () => heap.list()),
      ),
    () => assign(heap, "x", heap.none),
    () =>
      assign(
        heap,
        "x",
        listOf(heap, 5, () => heap.list()),
      ),
    () => assign(heap, "x", heap.none),
  ],
  "sets dropped together": (heap) => [
    () =>
      assign(
        heap,
        "x",
        listOf(heap, 2, () => heap.set()),
      ),
    () => assign(heap, "x", heap.none),
    () =>
      assign(
        heap,
        "x",
        listOf(heap, 2, () => heap.set()),
      ),
    () => heap.clear(named(heap, "x")),
  ],
  "a cycle of lists, which counting does not drop": (heap) => [
    () => assign(heap, "x", heap.list()),
    () => heap.append(named(heap, "x"), named(heap, "x")),
    () => assign(heap, "x", heap.none),
    () => assign(heap, "x", heap.list()),
  ],
  "a weak reference asked for twice": (heap) => {
    const c = heap.instance(heap.class("C"));
    return [
      () => assign(heap, "r", heap.weakref(c)),
      () => assign(heap, "s", heap.weakref(c)),
      () => assign(heap, "r", heap.none),
      () => assign(heap, "s", heap.none),
      () =>
        assign(
          heap,
          "s",
          heap.weakref(c, () => {}),
        ),
      () =>
        assign(
          heap,
          "s",
          heap.weakref(c, () => {}),
        ),
    ];
  },
};

behaviour(
  {
    item: 26,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "the count moves as much when lists or sets are dropped together, a cycle is not dropped, a weak reference is asked for twice",
  },
  (version) => {
    for (const [name, program] of Object.entries(programs)) {
      const heap = programHeap(version);
      const steps = program(heap);
      cold(heap);
      expect([name, changes(heap, steps)]).toEqual([name, statementsOf(version, name)]);
    }
  },
);

/** Class statements of counted_allocations.py, each run three times. */
const classes: Record<string, Make> = {
  "a class, three times": (heap) => heap.class("K"),
  "a class with a method, three times": (heap) => heap.class("K", { del: () => {} }),
  "a class with two slots, three times": (heap) => heap.class("K", { slots: ["a", "b"] }),
  "a subclass of a class, three times": (heap, base) => heap.class("K", { base }),
};

behaviour(
  {
    item: 26,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a class, one with a method, one with slots and a subclass count as many objects each, those of the statement itself aside",
  },
  (version) => {
    // What the first class statement leaves on free lists is in its number; up to 3.10 each has a frame of its own.
    const frames = ["3.8", "3.10"].includes(version) ? 1 : 0;
    for (const [name, define] of Object.entries(classes)) {
      const heap = programHeap(version);
      const base = heap.class("C");
      cold(heap);
      const statements = ["K", "K1", "K2"].map((cls) => () => assign(heap, cls, define(heap, base)));
      const real = statementsOf(version, name).map((change) => change - frames);
      expect([name, changes(heap, statements).slice(1)]).toEqual([name, real.slice(1)]);
    }
  },
);

behaviour(
  {
    item: 26,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a collection sets its counter and the younger ones to 0 and raises the next one's; freeing never lowers a count below 0",
  },
  (version) => {
    const heap = programHeap(version);
    const kept = Array.from({ length: 40 }, () => heap.set());
    const readings: unknown[] = [0, 0, 1, 0, 2].map((generation) => {
      heap.collect(generation);
      return [generation, heap.gc.getCount()];
    });
    for (const set of kept) heap.decref(set);
    readings.push(["forty sets dropped", heap.gc.getCount()]);
    expect(readings).toEqual(oracle("counted_allocations", version).data.resets);
  },
);

function named(heap: Heap, name: string): PyObject {
  return heap.lookup(name)!;
}

/** A list that alone holds its items. */
function listOf(heap: Heap, length: number, make: () => PyObject): PyObject {
  const items = Array.from({ length }, make);
  const list = heap.list(items);
  for (const item of items) heap.decref(item);
  return list;
}
