/** Which objects are on the collector's lists, when new and after collections. */

import { expect } from "vitest";
import { Heap, type PyObject } from "../../lib/dist";
import { oracle, recordedOracle } from "../oracle/read-oracle";
import { behaviour } from "./behaviour";

/** How the simulator makes the x of each case of tracking.py. */
const made: Record<string, (heap: Heap) => PyObject> = {
  None: (heap) => heap.none,
  "an int": (heap) => heap.int(2 ** 50),
  "a str": (heap) => heap.str("100000000000000000000"),
  "a float": (heap) => heap.float(1.5),
  "the empty tuple": (heap) => heap.tuple(),
  "a tuple of atoms": (heap) => tupleOf(heap, heap.int(1), heap.str("a")),
  "a tuple of a tuple of atoms": (heap) => tupleOf(heap, tupleOf(heap, heap.int(1))),
  "a tuple of three levels, atoms": (heap) => tupleOf(heap, tupleOf(heap, tupleOf(heap, heap.int(1)))),
  "a tuple with a list": (heap) => tupleOf(heap, heap.list()),
  "a tuple of a tuple with a list": (heap) => tupleOf(heap, tupleOf(heap, heap.list())),
  "a tuple with an empty dict": (heap) => tupleOf(heap, heap.dict()),
  "a tuple with a dict of a list": (heap) => tupleOf(heap, dictOf(heap, { a: heap.list() })),
  "a tuple with an instance": (heap) => tupleOf(heap, instance(heap)),
  "the empty list": (heap) => heap.list(),
  "a list of atoms": (heap) => heap.list([heap.int(1), heap.int(2)]),
  "the empty dict": (heap) => heap.dict(),
  "a dict of atoms": (heap) => dictOf(heap, { a: heap.int(1), b: heap.str("text") }),
  "a dict of atoms, made by dict()": (heap) => dictOf(heap, { a: heap.int(1) }),
  "a dict of a tuple of atoms": (heap) => dictOf(heap, { a: tupleOf(heap, heap.int(1), heap.int(2)) }),
  "a dict with a list": (heap) => dictOf(heap, { a: heap.list() }),
  "a dict with an empty dict": (heap) => dictOf(heap, { a: heap.dict() }),
  "a dict with an instance": (heap) => dictOf(heap, { a: instance(heap) }),
  "a dict given a list later": (heap) => dictOf(heap, { a: heap.int(1), b: heap.list() }),
  "a dict whose list was replaced by an int": (heap) => {
    const dict = dictOf(heap, { a: heap.list() });
    setItem(heap, dict, "a", heap.int(1));
    return dict;
  },
  "a dict whose list was deleted": (heap) => {
    const dict = dictOf(heap, { a: heap.list() });
    heap.delitem(dict, heap.str("a"));
    return dict;
  },
  "an empty set": (heap) => heap.set(),
  "a frozenset of atoms": (heap) => heap.frozenset([heap.int(1)]),
  "an instance without attributes": instance,
  "an instance with atoms": (heap) => {
    const o = instance(heap);
    heap.setattr(o, "a", heap.int(1));
    return o;
  },
  "an instance with slots": (heap) => heap.instance(heap.class("C", { slots: ["a"] })),
  "a class": (heap) => heap.class("x"),
  "a function": (heap) => heap.function("x"),
  "a bound method": (heap) => heap.boundMethod(heap.function("m"), instance(heap)),
  "a weak reference": (heap) => heap.weakref(instance(heap)),
  "a generator": (heap) => heap.generator("g"),
};

/** Cases whose objects the simulator does not have. */
const leftOut = ["object()", "a range", "an iterator over a list", "an iterator over a range"];

behaviour(
  {
    item: 41,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "tuples of atoms lose tracking one level a collection, dicts of atoms are never tracked or lose it in a full one; all other containers are tracked",
  },
  (version) => {
    const { cases } = oracle("tracking", version).data;
    expect(cases.map(({ name }) => name).sort()).toEqual([...Object.keys(made), ...leftOut].sort());
    expect(tracked(version)).toEqual(expected(cases));
  },
);

behaviour(
  {
    item: 41,
    versions: "3.14.0-3.14.4",
    compared: "recorded results",
    claim: "a tuple of atoms is not tracked when it is made, a dict is always tracked",
  },
  () => expect(tracked("3.14")).toEqual(expected(recordedOracle("tracking", "3.14").data.cases)),
);

behaviour(
  {
    item: 41,
    versions: "3.15",
    compared: "recorded results",
    claim:
      "a tuple of atoms is not tracked when it is made, a dict is always tracked, a frozenset of atoms never",
  },
  (version) => expect(tracked(version)).toEqual(expected(recordedOracle("tracking", version).data.cases)),
);

type Rows = Record<string, readonly boolean[]>;

/** By case: tracked when new, after `gc.collect(0)`, after `gc.collect()`, after another. */
function tracked(version: string): Rows {
  const rows = Object.entries(made).map(([name, make]) => {
    const heap = new Heap(version);
    heap.gc.disable();
    heap.collect();
    const x = make(heap);
    const seen = [heap.gc.isTracked(x)];
    for (const generation of [0, 2, 2]) {
      heap.collect(generation);
      seen.push(heap.gc.isTracked(x));
    }
    return [name, seen] as const;
  });
  return Object.fromEntries(rows);
}

function expected(cases: readonly { readonly name: string; readonly tracked: readonly boolean[] }[]): Rows {
  const compared = cases.filter(({ name }) => name in made);
  return Object.fromEntries(compared.map(({ name, tracked: seen }) => [name, seen]));
}

function instance(heap: Heap): PyObject {
  return heap.instance(heap.class("C"));
}

/** A tuple that alone holds its items. */
function tupleOf(heap: Heap, ...items: PyObject[]): PyObject {
  const tuple = heap.tuple(items);
  for (const item of items) heap.decref(item);
  return tuple;
}

/** A dict that alone holds its values. */
function dictOf(heap: Heap, items: Record<string, PyObject>): PyObject {
  const dict = heap.dict();
  for (const [key, value] of Object.entries(items)) setItem(heap, dict, key, value);
  return dict;
}

function setItem(heap: Heap, dict: PyObject, name: string, value: PyObject): void {
  const key = heap.str(name);
  heap.setitem(dict, key, value);
  for (const used of [value, key]) heap.decref(used);
}
