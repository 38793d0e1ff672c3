/** The statements of counted_allocations.py on the simulator: what each makes and drops. */

import { Heap, type PyObject } from "../../lib/dist";

/** How the simulator makes a kind of object; `held` are the objects that the script's setup has made. */
export type Make = (heap: Heap, held: PyObject) => PyObject;

/** One kind: what the setup makes, and how the object is made from it. */
interface Kind {
  readonly setup?: (heap: Heap) => PyObject;
  readonly make: Make;
}

const instance = (heap: Heap): PyObject => heap.instance(heap.class("C"));

/** The kinds of counted_allocations.py that the simulator makes, by name. */
export const kinds: Readonly<Record<string, Kind>> = {
  "an int": { make: (heap) => heap.int(12345) },
  "a str": { make: (heap) => heap.str("12345") },
  "a float": { make: (heap) => heap.float(1.5) },
  bytes: { make: (heap) => heap.bytes(100) },
  "a list": { make: (heap) => heap.list() },
  "a list of one": { make: (heap) => heap.list([heap.none]) },
  "a dict": { make: (heap) => heap.dict() },
  "a dict of one": { make: (heap) => dictOfOne(heap) },
  "a tuple of two": { make: (heap) => tupleOf(heap, 2) },
  "a tuple of twenty": { make: (heap) => tupleOf(heap, 20) },
  "a tuple of twenty-one": { make: (heap) => tupleOf(heap, 21) },
  "a set": { make: (heap) => heap.set() },
  "a frozenset of one": { make: (heap) => heap.frozenset([heap.none]) },
  "an instance": { setup: (heap) => heap.class("C"), make: (heap, C) => heap.instance(C) },
  "an instance with slots": {
    setup: (heap) => heap.class("S", { slots: ["a", "b"] }),
    make: (heap, S) => heap.instance(S),
  },
  "a function": { make: (heap) => heap.function("<lambda>") },
  "a closure with its cell and tuple": { make: (heap) => closure(heap) },
  "a cell": { make: (heap) => heap.cell(heap.none) },
  "a bound method": {
    setup: (heap) => heap.tuple([heap.function("m"), instance(heap)]),
    make: (heap, pair) => heap.boundMethod(...itemsOf(heap, pair)),
  },
  "a weak reference": { setup: instance, make: (heap, c) => heap.weakref(c) },
  "a weak reference with a callback": { setup: instance, make: (heap, c) => heap.weakref(c, () => {}) },
  "an exception": { make: (heap) => heap.exception() },
  "an exception with an argument": { make: (heap) => heap.exception([heap.none]) },
  "a module": { make: (heap) => heap.module("m") },
  "a generator": { make: (heap) => heap.generator("generate") },
};

/** Statements of counted_allocations.py that are not compared, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  "object()": "there are no plain objects",
  "a range": "there are no ranges",
  "an instance of a subclass of list": "there are no subclasses of built-in types",
  "a written exception": "the same",
  "a bound method of a list": "there are no built-in methods",
  "a proxy": "there are no proxies",
  "an exception that was raised": "which frames are kept for reuse is not modelled",
  "an iterator over a list": "there are no iterators",
  "an iterator over a range": "there are no iterators",
  "a property": "there are no properties",
  "attributes and the __dict__": "a program cannot ask for the __dict__",
  "the first attribute where there are no inline values": "there are no subclasses of built-in types",
};

/** Up to 3.10 a generator has a frame of its own, which the simulator does not make. */
export function isModelled(name: string, version: string): boolean {
  return name !== "a generator" || !["3.8", "3.10"].includes(version);
}

/** A heap whose collector is off. */
export function programHeap(version: string): Heap {
  const heap = new Heap(version);
  heap.gc.disable();
  for (const name of ["x", "y", "r", "s", "A", "B", "K", "K1", "K2"]) heap.bind(name, heap.none);
  return heap;
}

/** `gc.collect()`, which empties the free lists, and a hundred sets that live, so that the count can fall. */
export function cold(heap: Heap): void {
  heap.collect();
  for (let k = 0; k < 100; k++) heap.set();
}

/** `name = value`, where the reference to the value is given up. */
export function assign(heap: Heap, name: string, value: PyObject): void {
  heap.bind(name, value);
  if (value !== heap.none) heap.decref(value);
}

/** What the statements change the count by, one after another. */
export function changes(heap: Heap, statements: readonly (() => void)[]): number[] {
  let before = heap.gc.getCount()[0];
  return statements.map((statement) => {
    statement();
    const change = heap.gc.getCount()[0] - before;
    before += change;
    return change;
  });
}

/** A tuple of the temporary kind: arguments of a call. */
export function tupleOf(heap: Heap, length: number): PyObject {
  return heap.tuple(Array.from({ length }, () => heap.none));
}

function dictOfOne(heap: Heap): PyObject {
  const dict = heap.dict();
  heap.setitem(dict, heap.int(1), heap.none);
  return dict;
}

function closure(heap: Heap): PyObject {
  const cell = heap.cell(heap.none);
  const fn = heap.function("<lambda>", { closure: [cell] });
  heap.decref(cell);
  return fn;
}

/** `func, self` of a pair. */
function itemsOf(heap: Heap, pair: PyObject): [func: PyObject, self: PyObject] {
  return heap.gc.getReferents(pair).reverse() as [PyObject, PyObject];
}
