import { expect, test } from "vitest";
import { collectGenerations } from "../../../lib/dist/sim/gc/collect-generations";
import { HeapState } from "../../../lib/dist/sim/heap/heap-state";
import { profileOf } from "../../../lib/dist/sim/profile";
import { State } from "../../../lib/sim/heap/memory-map";

/** Which generation an automatic collection takes when the counters are these; undefined when none is due. */
function generationFor(counts: [number, number, number], pending = 0, total = 0): number | undefined {
  const h = new HeapState(profileOf("3.13"));
  h.memory.set(counts, State.COUNT0);
  h.longLivedPending = pending;
  h.longLivedTotal = total;
  let taken: number | undefined;
  h.onCollection = (_, generation) => {
    taken = generation;
  };
  collectGenerations(h);
  return taken;
}

test("the oldest generation whose count is over its threshold is collected", () => {
  expect(generationFor([2000, 0, 0])).toBeUndefined();
  expect(generationFor([2001, 10, 10])).toBe(0);
  expect(generationFor([2001, 11, 10])).toBe(1);
  expect(generationFor([2001, 11, 11])).toBe(2);
});

test("a full collection waits until a quarter as many objects are pending as survived the last one", () => {
  expect(generationFor([2001, 11, 11], 999, 4000)).toBe(1);
  expect(generationFor([2001, 11, 11], 1000, 4000)).toBe(2);
  expect(generationFor([2001, 0, 11], 0, 4000)).toBe(0);
});

test("the quarter is a whole number, rounded down", () => {
  expect(generationFor([2001, 11, 11], 1000, 4003)).toBe(2);
});
