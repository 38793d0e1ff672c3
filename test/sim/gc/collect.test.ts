import { expect, test } from "vitest";
import { BadArgumentError, Heap } from "../../../lib/dist";

/** A new heap and `n` lists in a ring that nobody holds. */
function ringOf(n: number): Heap {
  const heap = new Heap();
  const lists = Array.from({ length: n }, () => heap.list());
  lists.forEach((list, i) => {
    heap.append(list, lists[(i + 1) % n] ?? list);
  });
  for (const list of lists) heap.decref(list);
  return heap;
}

test("collect finds a self-referencing list that decref cannot", () => {
  const heap = ringOf(1);
  expect(heap.usage().liveObjects).toBe(1);
  expect(heap.collect()).toEqual({ generation: 2, collected: 1 });
  expect(heap.usage().liveObjects).toBe(0);
});

test("collect returns the number of unreachable objects, and 0 the second time", () => {
  const heap = ringOf(1000);
  expect(heap.collect().collected).toBe(1000);
  expect(heap.collect().collected).toBe(0);
  heap.check();
});

test("a ring with one name on it is left alone", () => {
  const heap = new Heap();
  const [a, b] = [heap.list(), heap.list()];
  heap.append(a, b);
  heap.append(b, a);
  heap.decref(b);
  expect(heap.collect().collected).toBe(0);
  expect(heap.refcnt(b)).toBe(1);
});

test("what hangs on garbage is garbage; atoms that die with it are not counted", () => {
  const heap = new Heap();
  const ring = heap.list();
  heap.append(ring, ring);
  for (const tail of [heap.list(), heap.int(10 ** 12), heap.str("text")]) {
    heap.append(ring, tail);
    heap.decref(tail);
  }
  heap.decref(ring);
  expect(heap.collect().collected).toBe(2);
  expect(heap.usage().liveObjects).toBe(0);
});

test("a tuple cannot be cleared: a list breaks their cycle for it", () => {
  const heap = new Heap();
  const list = heap.list();
  const tuple = heap.tuple([list]);
  heap.append(list, tuple);
  heap.decref(tuple);
  heap.decref(list);
  expect(heap.collect().collected).toBe(2);
  expect(heap.usage().liveObjects).toBe(0);
  heap.check();
});

test("a class dies with its last instance, even when that is garbage", () => {
  const heap = new Heap();
  const C = heap.class("C");
  const o = heap.instance(C);
  heap.setattr(o, "me", o);
  heap.decref(C);
  heap.decref(o);
  expect(heap.collect().collected).toBe(1 + 6);
  expect(heap.usage().liveObjects).toBe(0);
});

test("a collection of a young generation does not see older garbage", () => {
  const heap = new Heap();
  const list = heap.list();
  heap.append(list, list);
  heap.collect(0);
  heap.decref(list);
  expect([heap.collect(0), heap.collect(1)].map((report) => report.collected)).toEqual([0, 1]);
});

test("a collection inside a collection returns 0 at once", () => {
  const heap = ringOf(3);
  const nested: number[] = [];
  heap.observe((event) => {
    if (event.kind === "dealloc") nested.push(heap.collect().collected);
  });
  expect(heap.collect().collected).toBe(3);
  expect(nested).toEqual([0, 0, 0]);
});

test("a generation that does not exist is refused", () => {
  const heap = new Heap();
  for (const generation of [-1, 3, 0.5, Number.NaN])
    expect(() => heap.collect(generation)).toThrow(BadArgumentError);
  expect(() => heap.collect(3)).toThrow("collect(3): invalid generation. There are 0, 1 and 2.");
});

test("a million nested lists in a ring are found and freed without recursion", () => {
  const heap = ringOf(1_000_000);
  expect(heap.collect().collected).toBe(1_000_000);
  expect(heap.usage()).toEqual({ liveObjects: 0, trackedObjects: 0, bytes: 0 });
});
