import { expect, test } from "vitest";
import { BadArgumentError, Heap, LISTING, listingCounts } from "../../lib/dist";

test("the article's listing leaves both counts at 1, never 0, and nothing can reach the pair", () => {
  const { statements } = listingCounts(1);
  expect(statements.map(({ code, objects }) => [code, objects.map(({ refcnt }) => refcnt)])).toEqual([
    ["A = Leak()", [1]],
    ["B = Leak()", [1, 1]],
    ["A.b = B", [1, 2]],
    ["B.a = A", [2, 2]],
    ["A = None", [1, 2]],
    ["B = None", [1, 1]],
  ]);
  expect(statements.at(-1)?.objects.map(({ reachable }) => reachable)).toEqual([false, false]);
  expect(statements.at(-2)?.objects.map(({ reachable }) => reachable)).toEqual([true, true]);
});

test("each further round leaves another pair behind", () => {
  const { statements } = listingCounts(3);
  expect(statements).toHaveLength(3 * LISTING.length);
  expect(statements.at(-1)?.objects).toEqual(
    ["pair 1, A", "pair 1, B", "pair 2, A", "pair 2, B", "pair 3, A", "pair 3, B"].map((label) => ({
      label,
      refcnt: 1,
      reachable: false,
    })),
  );
});

test("the counts are the same on every profile", () => {
  expect(listingCounts(2, "3.11").statements).toEqual(listingCounts(2, "3.13").statements);
});

/** The class, its dict, bases, mro and two descriptors, and the weak reference by which `object` knows it. */
const PARTS_OF_A_CLASS = 7;

test("gc.collect() frees every pair that the listing has left: two objects for each", () => {
  for (const pairs of [1, 10, 1000]) {
    const heap = new Heap();
    heap.gc.disable();
    const Leak = heap.class("Leak");
    for (let n = 0; n < pairs; n++) {
      const [a, b] = [heap.instance(Leak), heap.instance(Leak)];
      heap.setattr(a, "b", b);
      heap.setattr(b, "a", a);
      heap.decref(a);
      heap.decref(b);
    }
    expect(heap.collect().collected).toBe(2 * pairs);
    expect(heap.usage().liveObjects).toBe(PARTS_OF_A_CLASS);
    heap.check();
  }
});

test("rounds below 1 are refused", () => {
  for (const rounds of [0, -1, 1.5]) expect(() => listingCounts(rounds)).toThrow(BadArgumentError);
  expect(() => listingCounts(0)).toThrow(
    "listingCounts cannot run 0 rounds: it takes a whole number from 1 on.",
  );
});
