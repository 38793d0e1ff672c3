import { expect, test } from "vitest";
import { Heap } from "../../../lib/dist";

test("a tuple of atoms is untracked by the first collection that it survives", () => {
  const heap = new Heap();
  const atoms = heap.tuple([heap.int(1), heap.str("a"), heap.none]);
  const lists = heap.tuple([heap.list()]);
  expect(heap.gc.isTracked(atoms)).toBe(true);
  heap.collect(0);
  expect([heap.gc.isTracked(atoms), heap.gc.isTracked(lists)]).toEqual([false, true]);
  heap.check();
});

test("of nested tuples of atoms the inner one is untracked first, the outer one by the next collection", () => {
  const heap = new Heap();
  const inner = heap.tuple([heap.int(1)]);
  const outer = heap.tuple([inner]);
  heap.decref(inner);
  const tracked = () => [inner, outer].map((tuple) => heap.gc.isTracked(tuple));
  heap.collect(0);
  expect(tracked()).toEqual([false, true]);
  heap.collect();
  expect(tracked()).toEqual([false, false]);
});

test("a dict that has lost its containers is untracked by a full collection, not by a young one", () => {
  const heap = new Heap();
  const dict = heap.dict();
  const key = heap.str("k");
  heap.setitem(dict, key, heap.list());
  heap.setitem(dict, key, heap.int(1));
  heap.collect(1);
  expect(heap.gc.isTracked(dict)).toBe(true);
  heap.collect(2);
  expect(heap.gc.isTracked(dict)).toBe(false);
  heap.setitem(dict, key, heap.list());
  expect(heap.gc.isTracked(dict)).toBe(true);
  heap.check();
});

test("a list and an instance are tracked for life, whatever they hold", () => {
  const heap = new Heap();
  const list = heap.list([heap.int(1)]);
  const instance = heap.instance(heap.class("C"));
  heap.collect();
  heap.collect();
  expect([heap.gc.isTracked(list), heap.gc.isTracked(instance)]).toEqual([true, true]);
});

test("None, numbers and strings are never tracked", () => {
  const heap = new Heap();
  for (const atom of [heap.none, heap.int(1), heap.int(10 ** 12), heap.str("a")])
    expect(heap.gc.isTracked(atom)).toBe(false);
});
