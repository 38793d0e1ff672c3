import { describe, expect } from "vitest";
import {
  flushAllocationCount,
  recordAllocation,
  recordDeallocations,
  shouldCollect,
} from "../../../../lib/sim/gc/free-threaded/allocation-count";
import { collectFreeThreadedIfDue } from "../../../../lib/sim/gc/free-threaded/collect-free-threaded";
import { HeapState } from "../../../../lib/sim/heap/heap-state";
import { State } from "../../../../lib/sim/heap/memory-map";
import { py313t } from "../../../../lib/sim/profile/py313t";
import { behaviour } from "../../../behaviour/behaviour";

/** A heap on which so many objects survived the last collection. */
function heapWith(longLivedTotal: number): HeapState {
  const h = new HeapState(py313t);
  h.longLivedTotal = longLivedTotal;
  return h;
}

/** After how many allocations is a collection scheduled? */
function allocationsUntilScheduled(h: HeapState, limit = 100_000): number {
  for (let n = 1; n <= limit; n++) {
    recordAllocation(h);
    if (h.memory[State.SCHEDULED] === 1) return n;
  }
  return Number.POSITIVE_INFINITY;
}

describe("the trigger", () => {
  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim:
        "a collection is due when count > 2000 and count > live / 4; as a thread counts by the 512, at the 2048th allocation",
    },
    () => {
      expect(allocationsUntilScheduled(heapWith(0))).toBe(2048);
      expect(allocationsUntilScheduled(heapWith(4 * 2047))).toBe(2048);
    },
  );

  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim:
        "with 8192, 100,000 and 220,297 live objects a collection is due after 2560, 25,088 and 55,296 allocations",
    },
    () => {
      for (const [live, allocations] of [
        [8192, 2560],
        [100_000, 25_088],
        [220_297, 55_296],
      ] as const) {
        expect(allocationsUntilScheduled(heapWith(live))).toBe(allocations);
        expect(allocations % 512).toBe(0);
        expect(allocations).toBeGreaterThan(Math.floor(live / 4));
        expect(allocations - 512).toBeLessThanOrEqual(Math.floor(live / 4));
      }
    },
  );

  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim:
        "a second threshold of 0 switches the rule of live / 4 off, a first of 0 or gc.disable() the collector",
    },
    () => {
      const h = heapWith(1_000_000);
      h.memory[State.THRESHOLD1] = 0;
      expect(allocationsUntilScheduled(h)).toBe(2048);
      for (const word of [State.THRESHOLD0, State.ENABLED]) {
        const off = heapWith(0);
        off.memory[word] = 0;
        expect(allocationsUntilScheduled(off)).toBe(Number.POSITIVE_INFINITY);
      }
    },
  );

  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim: "no collection is scheduled while one runs",
    },
    () => {
      const h = heapWith(0);
      h.memory[State.COLLECTING] = 1;
      expect(allocationsUntilScheduled(h, 5000)).toBe(Number.POSITIVE_INFINITY);
    },
  );
});

describe("the thread's buffer", () => {
  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim: "allocations are known to all by the 512; gc.get_count() adds what is buffered",
    },
    () => {
      const h = heapWith(0);
      for (let i = 0; i < 700; i++) recordAllocation(h);
      expect(h.memory[State.COUNT0]).toBe(512);
      flushAllocationCount(h);
      expect(h.memory[State.COUNT0]).toBe(700);
    },
  );

  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim: "deallocations subtract in the same way, and the count may fall below 0",
    },
    () => {
      const h = heapWith(0);
      recordDeallocations(h, 511);
      expect(h.memory[State.COUNT0]).toBe(0);
      recordDeallocations(h, 1);
      expect(h.memory[State.COUNT0]).toBe(-512);
    },
  );

  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim: "an allocation and a deallocation in turn never reach the count",
    },
    () => {
      const h = heapWith(0);
      for (let i = 0; i < 10_000; i++) {
        recordAllocation(h);
        recordDeallocations(h, 1);
      }
      flushAllocationCount(h);
      expect(h.memory[State.COUNT0]).toBe(0);
    },
  );
});

behaviour(
  {
    item: 56,
    versions: "3.13t",
    compared: "source only",
    claim: "a scheduled collection that is no longer due does not run",
  },
  () => {
    const h = heapWith(0);
    allocationsUntilScheduled(h);
    recordDeallocations(h, 512);
    expect(shouldCollect(h)).toBe(false);
    expect(collectFreeThreadedIfDue(h)).toBe(0);
    expect(h.stats[0].collections).toBe(0);
    for (let i = 0; i < 1024; i++) recordAllocation(h);
    collectFreeThreadedIfDue(h);
    expect(h.stats[0].collections).toBe(1);
    expect([h.memory[State.COUNT0], h.memory[State.COUNT1]]).toEqual([0, 1]);
  },
);
