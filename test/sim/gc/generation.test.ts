import { expect, test } from "vitest";
import { Heap } from "../../../lib/dist";

test("an object is born in generation 0 and moves up with each collection that it survives, as far as 2", () => {
  const heap = new Heap();
  const list = heap.list();
  const seen = [heap.gc.generation(list)];
  for (const generation of [0, 1, 2]) {
    heap.collect(generation);
    seen.push(heap.gc.generation(list));
  }
  expect(seen).toEqual([0, 1, 2, 2]);
  expect(heap.gc.generation(heap.int(1000))).toBeUndefined();
});

test("a collection of generation 1 takes generation 0 with it", () => {
  const heap = new Heap();
  const old = heap.list();
  heap.collect(0);
  const young = heap.list();
  heap.collect(1);
  expect([heap.gc.generation(old), heap.gc.generation(young)]).toEqual([2, 2]);
});

test("a collection restarts its own count and the younger ones, and is counted by the next older one", () => {
  const heap = new Heap();
  for (let n = 0; n < 5; n++) heap.list();
  expect(heap.gc.getCount()).toEqual([5, 0, 0]);
  heap.collect(0);
  heap.collect(0);
  expect(heap.gc.getCount()).toEqual([0, 2, 0]);
  heap.collect(1);
  expect(heap.gc.getCount()).toEqual([0, 0, 1]);
  heap.list();
  heap.collect(2);
  expect(heap.gc.getCount()).toEqual([0, 0, 0]);
});

test("a container that is made counts 1 and one that dies takes 1 away, never below 0; atoms count nothing", () => {
  const heap = new Heap();
  const [list, dict] = [heap.list(), heap.dict()];
  heap.int(10 ** 12);
  heap.str("a");
  expect(heap.gc.getCount()[0]).toBe(2);
  heap.collect(0);
  heap.decref(list);
  heap.decref(dict);
  expect(heap.gc.getCount()[0]).toBe(0);
});
