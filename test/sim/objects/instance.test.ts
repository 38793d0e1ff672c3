import { expect, test } from "vitest";
import { Heap } from "../../../lib/dist";

test("an instance holds a reference to its class", () => {
  const heap = new Heap();
  const C = heap.class("C");
  const o = heap.instance(C);
  expect(heap.refcnt(C)).toBe(5);
  expect(heap.gc.getReferents(o).map((referent) => referent.id)).toEqual([C.id]);
});

test("replacing an attribute releases the old value after the new one is in place", () => {
  const heap = new Heap();
  const o = heap.instance(heap.class("C"));
  const [old, next] = [heap.list(), heap.list()];
  heap.setattr(o, "x", old);
  heap.setattr(o, "x", next);
  expect(heap.getattr(o, "x")?.is(next)).toBe(true);
  expect([heap.refcnt(old), heap.refcnt(next)]).toEqual([1, 2]);
});

test("deleting an attribute releases it, and can be done once", () => {
  const heap = new Heap();
  const o = heap.instance(heap.class("C"));
  const value = heap.list();
  heap.setattr(o, "x", value);
  expect(heap.delattr(o, "x")).toBe(true);
  expect(heap.delattr(o, "x")).toBe(false);
  expect(heap.getattr(o, "x")).toBeUndefined();
  expect(heap.refcnt(value)).toBe(1);
});

test("an instance that is older than an attribute of its class can have it too", () => {
  const heap = new Heap();
  const C = heap.class("C");
  const [old, young] = [heap.instance(C), heap.instance(C)];
  for (const name of ["a", "b", "c", "d", "e", "f"]) heap.setattr(young, name, heap.none);
  const value = heap.list();
  heap.setattr(old, "f", value);
  expect(heap.getattr(old, "f")?.is(value)).toBe(true);
  expect(heap.getattr(old, "a")).toBeUndefined();
  heap.check();
  heap.decref(old);
  expect(heap.refcnt(value)).toBe(1);
  heap.check();
});
