import { expect, test } from "vitest";
import { Heap } from "../../../lib/dist";

/** The bytes of the first instances of a class whose instances get the attributes `names`. */
function sizes(version: string, instances: number, names: readonly string[]): number[] {
  const heap = new Heap(version);
  const C = heap.class("C");
  return Array.from({ length: instances }, () => {
    const o = heap.instance(C);
    for (const name of names) heap.setattr(o, name, heap.none);
    return heap.sizeBytes(o);
  });
}

test("each new instance of a class is smaller than the one before, until the 30 spare places are used up", () => {
  const on313 = sizes("3.13", 40, []);
  expect(on313[0]).toBe(328);
  expect(on313.every((size, n) => n === 0 || size <= (on313[n - 1] ?? 0))).toBe(true);
  expect(on313.slice(29)).toEqual(Array(11).fill(72));
});

test("a settled instance with one attribute takes 80 bytes, with two 88, on 3.11 and 3.13", () => {
  for (const version of ["3.11", "3.13"]) {
    expect(sizes(version, 40, ["a"]).at(-1)).toBe(80);
    expect(sizes(version, 40, ["a", "b"]).at(-1)).toBe(88);
  }
});

test("a settled class has a spare place for one late attribute: its instances stay as small as they are", () => {
  const heap = new Heap();
  const C = heap.class("C");
  for (let n = 0; n < 40; n++) heap.decref(heap.instance(C));
  const o = heap.instance(C);
  heap.setattr(o, "late", heap.none);
  expect(heap.sizeBytes(heap.instance(C))).toBe(heap.sizeBytes(o));
  heap.check();
});
