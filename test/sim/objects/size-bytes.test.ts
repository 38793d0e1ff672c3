import { expect, test } from "vitest";
import { Heap } from "../../../lib/dist";

test("objects that exist before the program have sizes too", () => {
  const heap = new Heap();
  expect([heap.none, heap.int(0), heap.tuple()].map((o) => heap.sizeBytes(o))).toEqual([16, 28, 40]);
});

test("an int grows by 4 bytes with each 30 bits", () => {
  const heap = new Heap();
  expect(
    [300, 2 ** 30 - 1, 2 ** 30, -(2 ** 30), 2 ** 53 - 1].map((n) => heap.sizeBytes(heap.int(n))),
  ).toEqual([28, 28, 32, 32, 32]);
});

test("a str of ASCII characters is 8 bytes smaller on 3.13 than on 3.11", () => {
  const [on311, on313] = ["3.11", "3.13"].map((version) => {
    const heap = new Heap(version);
    return heap.sizeBytes(heap.str("abc"));
  });
  expect([on311, on313]).toEqual([52, 44]);
});
