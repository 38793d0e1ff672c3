import { expect, test } from "vitest";
import { assessWorkToDo } from "../../../../lib/sim/gc/incremental/assess-work-to-do";
import { HeapState } from "../../../../lib/sim/heap/heap-state";
import { State } from "../../../../lib/sim/heap/memory-map";
import { py314 } from "../../../../lib/sim/profile/py314";

/** The work for `young` new objects in a heap of `heapSize`. */
function assessed(young: number, heapSize: number, threshold1 = 10): number {
  const h = new HeapState(py314);
  h.startupTracked = heapSize;
  h.memory[State.COUNT0] = young;
  h.memory[State.THRESHOLD1] = threshold1;
  const work = assessWorkToDo(h);
  expect(h.memory[State.COUNT0]).toBe(0);
  return work;
}

test("the work is the new objects and 1 % of the heap", () => {
  expect(assessed(2001, 23_783)).toBe(2001 + 237);
});

test("of a large heap it is three times the new objects, not more", () => {
  expect(assessed(2001, 10_000_000)).toBe(3 * 2001);
});

test("the second threshold sets the share of the heap, and counts as 2 below 2", () => {
  expect([5, 2, 1, 0].map((threshold) => assessed(2001, 10_000, threshold) - 2001)).toEqual([
    200, 500, 500, 500,
  ]);
});
