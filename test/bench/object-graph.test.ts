/** The graphs that the bench collects: they must be the same on both sides, or the times mean nothing. */
import { expect, test } from "vitest";
import { findPythons } from "../../lib/cpython/find-python";
// The compiled child: it is a program of its own.
import { choosePairs } from "../../lib/dist/bench/bench-pair";
import { graphKinds } from "../../lib/dist/bench/object-graph";
import { measureObjectGraph } from "../../lib/dist/bench/object-graph-bench";
import { timeObjectGraph } from "../../lib/dist/bench/object-graph-child";

const OBJECTS = 3000;

test.each([
  ["leak-pairs", 3000],
  ["empty-lists", 3000],
  // The others are reached from no cycle and die with the list that held them.
  ["random-graph", 2380],
] as const)("of 3000 objects in %s that are dropped at once, the collector finds %d", (kind, found) => {
  const time = timeObjectGraph("3.13", kind, OBJECTS, 1);
  expect(time.found).toBe(found);
  expect(time.storeNs > 0).toBe(kind === "random-graph");
});

const found = findPythons().some(({ series }) => series === "3.13");

test.runIf(found)("a real CPython 3.13 finds as many in each graph", () => {
  const [pair] = choosePairs(["3.13"]);
  for (const kind of graphKinds) {
    const real = measureObjectGraph(pair!, kind, OBJECTS, 1);
    expect([kind, real.found]).toEqual([kind, timeObjectGraph("3.13", kind, OBJECTS, 1).found]);
  }
});
