import { expect, test } from "vitest";
import { Heap } from "../../../lib/dist";

test("pop gives the last element, and nothing when the list is empty", () => {
  const heap = new Heap();
  const [a, b] = [heap.int(1000), heap.int(2000)];
  const list = heap.list([a, b]);
  expect(heap.pop(list)?.is(b)).toBe(true);
  expect(heap.pop(list)?.is(a)).toBe(true);
  expect(heap.pop(list)).toBeUndefined();
});

test("a list made with its elements has room for them and no more; one that is appended to has room to grow", () => {
  const heap = new Heap();
  const one = heap.int(1);
  expect(heap.sizeBytes(heap.list())).toBe(56);
  expect(heap.sizeBytes(heap.list([one, one]))).toBe(56 + 2 * 8);
  const grown = heap.list();
  heap.append(grown, one);
  expect(heap.sizeBytes(grown)).toBe(56 + 4 * 8);
});

test("a list that is popped empty gives its elements' memory back", () => {
  const heap = new Heap();
  const list = heap.list();
  for (let n = 0; n < 20; n++) heap.append(list, heap.none);
  while (heap.pop(list) !== undefined);
  expect(heap.sizeBytes(list)).toBe(56);
  heap.check();
});

test("a list keeps its elements while it grows", () => {
  const heap = new Heap();
  const list = heap.list();
  const items = Array.from({ length: 100 }, (_, n) => heap.int(1000 + n));
  for (const item of items) heap.append(list, item);
  // A list is traversed from its end.
  expect(heap.gc.getReferents(list).map((item) => item.id)).toEqual(items.map((item) => item.id).reverse());
  heap.check();
});
