import { afterEach, describe, expect, test, vi } from "vitest";
import { BadInputError } from "../../lib/bad-input";
import { findPythons } from "../../lib/cpython/find-python";
import { type MeasuredGrowth, measureLeakLoop } from "../../lib/cpython/measure-leak-loop";

/** Golden rows: the loop on real interpreters, measured for the kit's fact sheet by another program than ours. */
const golden = [
  {
    series: "3.11",
    firstIterations: [349, 699, 1050, 1400, 1751, 2101, 2452, 2802],
    firstCollected: [698, 700, 700, 700, 700, 700, 700, 700, 700, 700, 700, 710, 700],
    of60000: { collections: 171, collected: 119_838, countsAfter: [131, 3, 14] },
    ofMillion: [2616, 237, 0],
    bytesPerIteration: 192.75,
  },
  {
    series: "3.12",
    firstIterations: [349, 699, 1050, 1400, 1751, 2101, 2452, 2802],
    firstCollected: [698, 698, 700, 698, 700, 698, 700, 698, 700, 698, 700, 720, 700],
    of60000: { collections: 171, collected: 119_836, countsAfter: [131, 3, 14] },
    ofMillion: [2616, 237, 0],
    bytesPerIteration: 160.63,
  },
  {
    series: "3.13",
    firstIterations: [999, 1999, 3000, 4000, 5001, 6001, 7002, 8002],
    firstCollected: [1998, 1998, 2000, 1998, 2000, 1998, 2000, 1998, 2000, 1998, 2000, 2020, 2000],
    of60000: { collections: 59, collected: 118_028, countsAfter: [1943, 11, 4] },
    ofMillion: [916, 83, 0],
    bytesPerIteration: 192.75,
  },
] as const;

const found = findPythons();
const linux = process.platform === "linux";

afterEach(() => vi.unstubAllEnvs());

function perGeneration({ collections }: MeasuredGrowth): readonly number[] {
  return [0, 1, 2].map((generation) => collections.filter((mark) => mark.generation === generation).length);
}

describe.each(golden)("CPython $series", (row) => {
  const missing = !found.some(({ series }) => series === row.series);

  test.skipIf(missing)("collects 60,000 iterations at the golden iterations, to the object", () => {
    const growth = measureLeakLoop({ python: row.series, iterations: 60_000, gc: "on" });
    const { collections } = growth;
    expect(growth.startCount).toBe(2);
    expect(collections.slice(0, 8).map((mark) => mark.iteration)).toEqual(row.firstIterations);
    expect(collections.slice(0, 13).map((mark) => mark.collected)).toEqual(row.firstCollected);
    expect(collections.length).toBe(row.of60000.collections);
    expect(collections.reduce((sum, mark) => sum + mark.collected, 0)).toBe(row.of60000.collected);
    expect(growth.countsAfter).toEqual(row.of60000.countsAfter);
  });

  test.skipIf(missing)("runs the golden number of collections in 1,000,000 iterations", () => {
    const growth = measureLeakLoop({ python: row.series, iterations: 1_000_000, gc: "on", samples: 2 });
    expect(perGeneration(growth)).toEqual(row.ofMillion);
  });

  test.skipIf(missing)("keeps both objects of every pair with the collector off, until gc.collect()", () => {
    const growth = measureLeakLoop({ python: row.series, iterations: 20_000, gc: "off", samples: 5 });
    expect(growth.samples.map(({ iteration }) => iteration)).toEqual([0, 5_000, 10_000, 15_000, 20_000]);
    expect(growth.samples.map(({ trackedObjects }) => trackedObjects)).toEqual([
      0, 10_000, 20_000, 30_000, 40_000,
    ]);
    expect(growth.collections).toEqual([]);
    expect(growth.countsAfter).toEqual([40_002, 0, 0]);
    expect(growth.afterCollect).toMatchObject({ collected: 40_000, trackedObjects: 0 });
  });

  test.skipIf(missing || !linux)("leaks the predicted bytes per iteration, and gives them back", () => {
    const growth = measureLeakLoop({ python: row.series, iterations: 200_000, gc: "off", samples: 3 });
    const [, middle, last] = growth.samples;
    const slope = (last!.bytes - middle!.bytes) / (last!.iteration - middle!.iteration);
    expect(Math.abs(slope - row.bytesPerIteration)).toBeLessThan(row.bytesPerIteration / 100);
    expect(growth.afterCollect.bytes).toBeLessThan(last!.bytes / 4);
  });
});

test.skipIf(found.length === 0)("a collection's mark tells the tracked objects just before it", () => {
  const { collections } = measureLeakLoop({ iterations: 20_000, gc: "on" });
  expect(collections.length).toBeGreaterThan(0);
  for (const mark of collections) expect(mark.trackedBefore).toBeGreaterThanOrEqual(mark.collected);
});

test.skipIf(found.length === 0)("one iteration is a run too: the sample before it and the one after", () => {
  const growth = measureLeakLoop({ iterations: 1, gc: "on" });
  expect(growth.samples.map(({ iteration }) => iteration)).toEqual([0, 1]);
  expect(growth.collections).toEqual([]);
});

test("a number of iterations or samples that makes no sense is refused", () => {
  for (const iterations of [0, -1, 1.5, Number.NaN, 1e12])
    expect(() => measureLeakLoop({ iterations, gc: "on" })).toThrow(BadInputError);
  expect(() => measureLeakLoop({ iterations: 10, gc: "on", samples: 1 })).toThrow(
    "The leak loop cannot be measured with samples 1: expected a whole number from 2 to 500.",
  );
});

test("a leak that would fill this machine's memory is refused before it starts", () => {
  vi.spyOn(process, "availableMemory").mockReturnValue(1024 * 2 ** 20);
  expect(() => measureLeakLoop({ iterations: 1_000_000, gc: "off" })).toThrow(
    "With the collector off, 1000000 iterations can leave 611 MiB behind, more than half of the 1024 MiB free here.",
  );
  vi.restoreAllMocks();
});
