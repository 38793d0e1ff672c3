import { expect, test } from "vitest";
import { Heap } from "../../../lib/dist";
import type { PyObject } from "../../../lib/sim/heap/py-object";

/** What dies when `act` runs, in order, by the names given. */
function deaths(heap: Heap, named: Record<string, PyObject>, act: () => void): string[] {
  const order: string[] = [];
  const nameOf = new Map(Object.entries(named).map(([name, object]) => [object.id, name]));
  heap.observe((event) => {
    if (event.kind === "dealloc") order.push(nameOf.get(event.id) ?? "?");
  });
  act();
  heap.observe(null);
  heap.check();
  return order;
}

test("a list releases its elements from the last to the first", () => {
  const heap = new Heap();
  const [a, b, c] = [heap.list(), heap.list(), heap.list()];
  const list = heap.list([a, b, c]);
  for (const item of [a, b, c]) heap.decref(item);
  expect(deaths(heap, { list, a, b, c }, () => heap.decref(list))).toEqual(["list", "c", "b", "a"]);
});

test("a tuple releases its elements from the last to the first", () => {
  const heap = new Heap();
  const [a, b] = [heap.list(), heap.list()];
  const tuple = heap.tuple([a, b]);
  for (const item of [a, b]) heap.decref(item);
  expect(deaths(heap, { tuple, a, b }, () => heap.decref(tuple))).toEqual(["tuple", "b", "a"]);
});

test("a dict releases its entries in insertion order, each key before its value", () => {
  const heap = new Heap();
  const [k1, v1, k2, v2] = [heap.str("k1"), heap.list(), heap.str("k2"), heap.list()];
  const dict = heap.dict();
  heap.setitem(dict, k1, v1);
  heap.setitem(dict, k2, v2);
  for (const o of [k1, v1, k2, v2]) heap.decref(o);
  expect(deaths(heap, { dict, k1, v1, k2, v2 }, () => heap.decref(dict))).toEqual([
    "dict",
    "k1",
    "v1",
    "k2",
    "v2",
  ]);
});

test("an instance releases its attributes in the order of its class's keys, and its class lives on", () => {
  const heap = new Heap();
  const C = heap.class("C");
  const [first, second] = [heap.instance(C), heap.instance(C)];
  const [one, two] = [heap.list(), heap.list()];
  // The first instance teaches the class "x" before "y"; the second sets them the other way round.
  heap.setattr(first, "x", one);
  heap.setattr(first, "y", one);
  heap.setattr(second, "y", two);
  heap.setattr(second, "x", one);
  for (const o of [one, two, first, C]) heap.decref(o);
  expect(deaths(heap, { C, second, one, two }, () => heap.decref(second))).toEqual(["second", "one", "two"]);
  // Its mro and its descriptors refer to the class: only the collector frees it.
  expect(deaths(heap, { C }, () => heap.collect())).toContain("C");
});

test("what dies with an object dies before the next referent is released: depth first", () => {
  const heap = new Heap();
  const leaf = heap.list();
  const left = heap.tuple([leaf]);
  const right = heap.list();
  const root = heap.tuple([right, left]);
  for (const o of [leaf, left, right]) heap.decref(o);
  expect(deaths(heap, { leaf, left, right, root }, () => heap.decref(root))).toEqual([
    "root",
    "left",
    "leaf",
    "right",
  ]);
});

test("a child of two parents dies with the second", () => {
  const heap = new Heap();
  const child = heap.list();
  const [one, two] = [heap.list([child]), heap.list([child])];
  heap.decref(child);
  expect(deaths(heap, { child, one, two }, () => heap.decref(one))).toEqual(["one"]);
  expect(deaths(heap, { child, one, two }, () => heap.decref(two))).toEqual(["two", "child"]);
});

test("del of a name deallocates only what the name alone kept alive", () => {
  const heap = new Heap();
  const o = heap.list();
  heap.bind("a", o);
  heap.bind("b", o);
  heap.decref(o);
  heap.unbind("a");
  expect(heap.refcnt(o)).toBe(1);
  heap.unbind("b");
  expect(heap.dead(o)).toBe(true);
});

const MILLION = 1_000_000;

test("a chain of a million instances dies without recursion", () => {
  const heap = new Heap();
  const Node = heap.class("Node");
  let head = heap.instance(Node);
  for (let n = 1; n < MILLION; n++) {
    const node = heap.instance(Node);
    heap.setattr(node, "next", head);
    heap.decref(head);
    head = node;
  }
  expect(heap.refcnt(Node)).toBe(MILLION + 4);
  heap.decref(head);
  expect(heap.refcnt(Node)).toBe(4);
});

test("a million nested lists die without recursion", () => {
  const heap = new Heap("3.11");
  let outer = heap.list();
  for (let n = 1; n < MILLION; n++) {
    const list = heap.list([outer]);
    heap.decref(outer);
    outer = list;
  }
  heap.decref(outer);
  expect(heap.usage()).toEqual({ liveObjects: 0, trackedObjects: 0, bytes: 0 });
});
