import { expect, test } from "vitest";
import { Heap } from "../../../lib/dist";

test("rebinding a name gives up the old object after the new one is bound", () => {
  const heap = new Heap();
  const [old, next] = [heap.list(), heap.list()];
  heap.bind("x", old);
  heap.decref(old);
  const bound: (boolean | undefined)[] = [];
  heap.observe((event) => {
    if (event.kind === "dealloc") bound.push(heap.lookup("x")?.is(next));
  });
  heap.bind("x", next);
  expect(bound).toEqual([true]);
});

test("a name that is not bound stands for nothing and cannot be unbound", () => {
  const heap = new Heap();
  expect(heap.lookup("x")).toBeUndefined();
  expect(heap.unbind("x")).toBe(false);
  heap.bind("x", heap.none);
  expect(heap.unbind("x")).toBe(true);
  expect(heap.unbind("x")).toBe(false);
});

test("a module's names are no objects of the program", () => {
  const heap = new Heap();
  for (let n = 0; n < 20; n++) heap.bind(`name${n}`, heap.none);
  expect(heap.usage()).toEqual({ liveObjects: 0, trackedObjects: 0, bytes: 0 });
  heap.check();
});
