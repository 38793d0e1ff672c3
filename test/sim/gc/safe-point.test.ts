import { expect, test } from "vitest";
import { Heap } from "../../../lib/dist";
import { safePoint } from "../../../lib/dist/sim/gc/safe-point";
import { setThresholds } from "../../../lib/dist/sim/gc/threshold";
import { HeapState } from "../../../lib/dist/sim/heap/heap-state";
import { createList } from "../../../lib/dist/sim/objects/list";
import { profileOf } from "../../../lib/dist/sim/profile";
import { State } from "../../../lib/sim/heap/memory-map";

/** Allocations of lists, from a fresh start, until the first automatic collection has run. */
function firstCollection(version: string): { allocated: number; generation: number | undefined } {
  const heap = new Heap(version);
  let collected = false;
  heap.observe((event) => {
    if (event.kind === "collect-start") collected = true;
  });
  for (let allocated = 1; ; allocated++) {
    const list = heap.list();
    if (collected) return { allocated, generation: heap.gc.generation(list) };
  }
}

test("the allocation after the threshold triggers: the 701st on 3.11, the 2001st on 3.13", () => {
  expect(firstCollection("3.11").allocated).toBe(701);
  expect(firstCollection("3.13").allocated).toBe(2001);
});

test("on 3.11 the collection runs before the new object exists; on 3.13 after, so that it moves up", () => {
  expect(firstCollection("3.11").generation).toBe(0);
  expect(firstCollection("3.13").generation).toBe(1);
});

/** A state with a threshold of 5, the number of its collections, and 20 new lists. */
function afterTwentyLists(version: string, prepare: (h: HeapState) => void, pass: boolean): number {
  const h = new HeapState(profileOf(version));
  setThresholds(h, [5]);
  prepare(h);
  for (let n = 0; n < 20; n++) {
    createList(h);
    if (pass) safePoint(h);
  }
  return h.stats.map(({ collections }) => collections).reduce((all, some) => all + some);
}

test("on 3.13 a collection that is due waits for the next safe point, and one is enough for many allocations", () => {
  expect(afterTwentyLists("3.13", () => {}, true)).toBe(3);
  expect(afterTwentyLists("3.13", () => {}, false)).toBe(0);
  expect(afterTwentyLists("3.11", () => {}, false)).toBe(3);
});

test("a threshold of 0 and a collector that is disabled never collect by themselves", () => {
  for (const version of ["3.11", "3.13"]) {
    expect(afterTwentyLists(version, (h) => setThresholds(h, [0]), true)).toBe(0);
    expect(afterTwentyLists(version, (h) => h.memory.fill(0, State.ENABLED, State.ENABLED + 1), true)).toBe(
      0,
    );
  }
});

test("a disabled collector still collects when asked", () => {
  const heap = new Heap();
  heap.gc.disable();
  const list = heap.list();
  heap.append(list, list);
  heap.decref(list);
  expect(heap.gc.isEnabled()).toBe(false);
  expect(heap.collect().collected).toBe(1);
});

test("a collection that was due when the collector was disabled does not run", () => {
  const h = new HeapState(profileOf("3.13"));
  setThresholds(h, [5]);
  for (let n = 0; n < 6; n++) createList(h);
  expect(h.memory[State.SCHEDULED]).toBe(1);
  h.memory[State.ENABLED] = 0;
  safePoint(h);
  expect(h.stats.map(({ collections }) => collections)).toEqual([0, 0, 0]);
  expect(h.memory[State.SCHEDULED]).toBe(0);
});
