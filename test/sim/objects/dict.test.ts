import { expect, test } from "vitest";
import { Heap } from "../../../lib/dist";

test("an equal key finds the entry; the key that came first stays", () => {
  const heap = new Heap();
  const dict = heap.dict();
  const [first, equal] = [heap.str("k"), heap.str("k")];
  const [one, two] = [heap.list(), heap.list()];
  heap.setitem(dict, first, one);
  heap.setitem(dict, equal, two);
  expect(heap.getitem(dict, first)?.is(two)).toBe(true);
  expect([heap.refcnt(first), heap.refcnt(equal), heap.refcnt(one)]).toEqual([2, 1, 1]);
});

test("the str '1' and the int 1 are different keys", () => {
  const heap = new Heap();
  const dict = heap.dict();
  heap.setitem(dict, heap.str("1"), heap.none);
  expect(heap.getitem(dict, heap.int(1))).toBeUndefined();
});

test("deleting an entry releases key and value, and can be done once", () => {
  const heap = new Heap();
  const dict = heap.dict();
  const [key, value] = [heap.str("k"), heap.list()];
  heap.setitem(dict, key, value);
  expect(heap.delitem(dict, key)).toBe(true);
  expect(heap.delitem(dict, key)).toBe(false);
  expect([heap.refcnt(key), heap.refcnt(value)]).toEqual([1, 1]);
  heap.check();
});

test("a dict that the collector has cleared can be filled again", () => {
  const heap = new Heap();
  const dict = heap.dict();
  const key = heap.str("me");
  heap.setitem(dict, key, dict);
  heap.decref(dict);
  expect(heap.collect().collected).toBe(1);
  const next = heap.dict();
  heap.setitem(next, key, next);
  expect(heap.getitem(next, key)?.is(next)).toBe(true);
  heap.check();
});

test("a dict is tracked from its first container on", () => {
  const heap = new Heap();
  const dict = heap.dict();
  heap.setitem(dict, heap.str("n"), heap.int(1));
  expect(heap.gc.isTracked(dict)).toBe(false);
  heap.setitem(dict, heap.str("list"), heap.list());
  expect(heap.gc.isTracked(dict)).toBe(true);
  heap.check();
});
