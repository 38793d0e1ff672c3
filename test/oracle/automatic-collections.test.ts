import { describe, expect, test } from "vitest";
import { leakLoop } from "../../lib/dist";
import { safePoint } from "../../lib/dist/sim/gc/safe-point";
import { HeapState } from "../../lib/dist/sim/heap/heap-state";
import { decref } from "../../lib/dist/sim/heap/refcount";
import { append, createList } from "../../lib/dist/sim/objects/list";
import { profileOf } from "../../lib/dist/sim/profile";
import { State } from "../../lib/sim/heap/memory-map";
import { oracle } from "./read-oracle";

describe.each(["3.11", "3.13"])("CPython %s", (series) => {
  const { data } = oracle("automatic_collections", series);

  test("has the same thresholds", () => {
    expect(profileOf(series).collector.thresholds).toEqual(data.thresholds);
  });

  test("collects at the same iterations of the leak loop, the same generations, the same number of objects", () => {
    const { startCount, collections, countsAfter } = data.leakLoop;
    const growth = leakLoop({ iterations: 60_000, profile: series, countsBefore: [startCount, 0, 0] });
    expect(growth.collections.map((mark) => [mark.iteration, mark.generation, mark.collected])).toEqual(
      collections,
    );
    expect(growth.countsAfter).toEqual(countsAfter);
  });

  test("collects at the same appends when nothing is ever garbage, full collections included", () => {
    const { startCount, collections, countsAfter } = data.appends;
    expect(collections.some(([, generation]) => generation === 2)).toBe(true);
    expect(appends(series, startCount)).toEqual([collections, countsAfter]);
  });
});

/** `keep.append([])` 300,000 times: every collection and gc.get_count() at the end. */
function appends(profile: string, startCount: number): [collections: number[][], countsAfter: number[]] {
  const h = new HeapState(profileOf(profile));
  const keep = createList(h);
  const collections: number[][] = [];
  let i = 0;
  h.onCollection = (phase, generation, collected) => {
    if (phase === "start") return;
    collections.push([i, generation, collected]);
    // The callback of the real run is given a dict, which is made anew, and counted, when a full collection has just
    // emptied the list of free dicts.
    if (generation === 2) h.memory[State.COUNT0] = 1;
  };
  h.memory.set([startCount, 0, 0], State.COUNT0);
  for (; i < 300_000; i++) {
    const list = createList(h);
    append(h, keep, list);
    decref(h, list);
    safePoint(h);
  }
  return [collections, [...h.memory.subarray(State.COUNT0, State.COUNT2 + 1)]];
}
