/** When the bench fails, and what it says then. */
import { expect, test } from "vitest";
import { missedGates, type PairReport } from "../../lib/bench/gate";

const same = { simulated: 100, real: 100, ratio: 1 };
const report = {
  pair: { profile: "3.13", python: { version: "3.13.0" } },
  leakLoop: { simulated: 120, real: 600, ratio: 5 },
  graphs: [
    {
      kind: "random-graph",
      build: same,
      collect: { simulated: 80, real: 64, ratio: 0.8 },
      trash: same,
      found: { simulated: 7, real: 7 },
    },
  ],
  memory: { residentBytes: 45.1, realBytes: 96.4, arrayBytes: 47, simulatedBytes: 96.4 },
} as unknown as PairReport;

test("without gates nothing is missed", () => {
  expect(missedGates(report, {})).toEqual([]);
});

test("what is reached exactly is not missed", () => {
  expect(missedGates(report, { leakLoop: 5, collection: 1.25, objectBytes: 45.1 })).toEqual([]);
});

test("each gate that is missed has a sentence with what was asked for and what was found", () => {
  expect(missedGates(report, { leakLoop: 5.5, collection: 1, objectBytes: 44 })).toEqual([
    "Profile 3.13 beside CPython 3.13.0: the leak loop must be 5.5 x as fast as the real one; found 5.00 x.",
    "Profile 3.13 beside CPython 3.13.0: a full collection (random-graph) may take 1 x the real time; found 1.25 x.",
    "Profile 3.13 beside CPython 3.13.0: an object may take 44 bytes, and less than the real 96.4; found 45.1.",
  ]);
});

test("an object may not take more than the real one, however wide the gate", () => {
  const wide = { ...report, memory: { ...report.memory, realBytes: 40 } };
  expect(missedGates(wide, { objectBytes: 64 })).toHaveLength(1);
});

test("a collection that finds another number of objects than the real one is a miss, gate or not", () => {
  const graphs = report.graphs.map((graph) => ({ ...graph, found: { simulated: 7, real: 8 } }));
  expect(missedGates({ ...report, graphs }, {})).toEqual([
    "Profile 3.13 beside CPython 3.13.0: the collection of random-graph found 7 objects; the real one found 8.",
  ]);
});
