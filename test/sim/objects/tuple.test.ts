import { expect, test } from "vitest";
import { Heap } from "../../../lib/dist";

test("the empty tuple exists once", () => {
  const heap = new Heap();
  expect(heap.tuple().is(heap.tuple([]))).toBe(true);
  expect(heap.gc.isTracked(heap.tuple())).toBe(false);
});

test("a tuple holds a reference for each element, the same object twice included", () => {
  const heap = new Heap();
  const item = heap.list();
  heap.tuple([item, item]);
  expect(heap.refcnt(item)).toBe(3);
});

test("a tuple is tracked when it is made, whatever it holds", () => {
  const heap = new Heap();
  expect(heap.gc.isTracked(heap.tuple([heap.int(1)]))).toBe(true);
});
