import { expect, test } from "vitest";
import { Heap, HeapCorruptionError } from "../../../lib/dist";
import { HeapState } from "../../../lib/dist/sim/heap/heap-state";
import { decref, incref } from "../../../lib/dist/sim/heap/refcount";
import { createList } from "../../../lib/dist/sim/objects/list";
import { profileOf } from "../../../lib/dist/sim/profile";

test("a new object has the one reference of whoever asked for it", () => {
  const heap = new Heap();
  expect(heap.refcnt(heap.list())).toBe(1);
});

test("a name, an attribute, an element and a key each hold one reference", () => {
  const heap = new Heap();
  const o = heap.instance(heap.class("C"));
  heap.bind("a", o);
  heap.bind("b", o);
  expect(heap.refcnt(o)).toBe(3);
  heap.setattr(o, "me", o);
  heap.append(heap.list(), o);
  heap.setitem(heap.dict(), o, o);
  expect(heap.refcnt(o)).toBe(7);
});

test("rebinding a name to the object that it has already changes no count", () => {
  const heap = new Heap();
  const o = heap.list();
  heap.bind("a", o);
  heap.bind("a", o);
  expect(heap.refcnt(o)).toBe(2);
});

test("decref to zero deallocates and decrefs every referent", () => {
  const heap = new Heap();
  const items = [heap.list(), heap.list()];
  const owner = heap.list(items);
  expect(items.map((item) => heap.refcnt(item))).toEqual([2, 2]);
  heap.decref(owner);
  expect(heap.dead(owner)).toBe(true);
  expect(items.map((item) => heap.refcnt(item))).toEqual([1, 1]);
});

test("decref of a reference that is not held is heap corruption, told with the object and the rule", () => {
  const heap = new Heap();
  const kept = heap.list();
  heap.bind("kept", kept);
  heap.decref(kept);
  expect(() => heap.decref(kept)).toThrow(HeapCorruptionError);
  expect(() => heap.decref(kept)).toThrow(
    /^decref\(<list object, refcnt 1, generation 0>\): you hold no reference to it/,
  );
  expect(heap.refcnt(kept)).toBe(1);
  heap.check();
});

test("incref or decref of a dead object is heap corruption, watched or not", () => {
  const h = new HeapState(profileOf("3.13"));
  const o = createList(h);
  decref(h, o);
  expect(() => decref(h, o)).toThrow("decref of an object that has been deallocated");
  expect(() => incref(h, o)).toThrow("incref of an object that has been deallocated");
});

test("None is immortal on 3.13 and shows a constant; on 3.11 it is counted", () => {
  const on313 = new Heap("3.13");
  on313.bind("x", on313.none);
  expect(on313.refcnt(on313.none)).toBe(4_294_967_295);
  const on311 = new Heap("3.11");
  const before = on311.refcnt(on311.none);
  on311.bind("x", on311.none);
  on311.append(on311.list(), on311.none);
  expect(on311.refcnt(on311.none) - before).toBe(2);
});

test("a small int exists once; a large one is made anew each time", () => {
  const heap = new Heap();
  expect(heap.int(256).is(heap.int(256))).toBe(true);
  expect(heap.int(-5).is(heap.int(-5))).toBe(true);
  expect(heap.int(257).is(heap.int(257))).toBe(false);
  expect(heap.refcnt(heap.int(257))).toBe(1);
});
