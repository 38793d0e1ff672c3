import { expect, test } from "vitest";
import { BadArgumentError, type Growth, leakLoop } from "../../lib/dist";
import { LeakLoop } from "../../lib/dist/sim/leak-loop";

/** How many collections of each generation. */
function byGeneration(growth: Pick<Growth, "collections">): number[] {
  return [0, 1, 2].map((g) => growth.collections.filter(({ generation }) => generation === g).length);
}

function collectedIn(growth: Growth): number {
  return growth.collections.reduce((sum, { collected }) => sum + collected, 0);
}

/** Iterations and objects of the first 13 collections. */
function firstThirteen(
  profile: string,
  count0: number,
  freeDicts = 0,
): [iterations: number[], collected: number[]] {
  const { collections } = leakLoop({ iterations: 14_000, profile, countsBefore: [count0, 0, 0], freeDicts });
  const first = collections.slice(0, 13);
  return [first.map(({ iteration }) => iteration), first.map(({ collected }) => collected)];
}

test("3.8 and 3.10 collect every 195.25 iterations: four objects a pair, 80 dicts of the last collection uncounted", () => {
  const iterations = [175, 370, 565, 760, 956, 1151, 1346, 1541, 1737, 1932, 2127, 2322, 2518];
  const collected = [700, 780, 776, 776, 780, 780, 776, 776, 780, 780, 776, 808, 780];
  for (const profile of ["3.8", "3.10"]) expect(firstThirteen(profile, 0)).toEqual([iterations, collected]);
  expect(firstThirteen("3.8", 2)).toEqual([
    [174, 369, 565, 760, 955, 1150, 1346, 1541, 1736, 1931, 2127, 2322, 2517],
    [696, 776, 780, 780, 776, 776, 780, 780, 776, 776, 780, 812, 776],
  ]);
});

test("a dict that lies on the free list puts the first collection off by one allocation", () => {
  expect(firstThirteen("3.10", 2, 1)).toEqual([
    [174, 370, 565, 760, 955, 1151, 1346, 1541, 1736, 1932, 2127, 2322, 2517],
    [696, 780, 780, 776, 776, 780, 780, 776, 776, 780, 780, 808, 776],
  ]);
  expect(firstThirteen("3.10", 3, 1)).toEqual(firstThirteen("3.10", 2, 0));
  expect(firstThirteen("3.11", 2, 1)).toEqual(firstThirteen("3.11", 2, 0));
  expect(() => leakLoop({ iterations: 1, profile: "3.10", freeDicts: 81 })).toThrow(BadArgumentError);
});

test("3.11 collects every 350.5 iterations, and the 12th time what the first eleven had to leave", () => {
  const collected = [700, 700, 700, 700, 700, 700, 700, 700, 700, 700, 700, 710, 700];
  expect(firstThirteen("3.11", 0)).toEqual([
    [350, 700, 1051, 1401, 1752, 2102, 2453, 2803, 3154, 3504, 3855, 4205, 4556],
    collected,
  ]);
  expect(firstThirteen("3.11", 2)).toEqual([
    [349, 699, 1050, 1400, 1751, 2101, 2452, 2802, 3153, 3503, 3854, 4204, 4555],
    [698, ...collected.slice(1)],
  ]);
});

test("3.12 collects in the same iterations as 3.11, but strands a pair each time, as 3.13", () => {
  const collected = [700, 698, 700, 698, 700, 698, 700, 698, 700, 698, 700, 720, 700];
  expect(firstThirteen("3.12", 0)).toEqual([firstThirteen("3.11", 0)[0], collected]);
  expect(firstThirteen("3.12", 2)).toEqual([firstThirteen("3.11", 2)[0], [698, ...collected.slice(1)]]);
});

test("3.13 collects every 1000.5 iterations and strands a pair each time", () => {
  expect(firstThirteen("3.13", 0)).toEqual([
    [1000, 2000, 3001, 4001, 5002, 6002, 7003, 8003, 9004, 10004, 11005, 12005, 13006],
    [2000, 1998, 2000, 1998, 2000, 1998, 2000, 1998, 2000, 1998, 2000, 2020, 2000],
  ]);
  expect(firstThirteen("3.13", 2)).toEqual([
    [999, 1999, 3000, 4000, 5001, 6001, 7002, 8002, 9003, 10003, 11004, 12004, 13005],
    [1998, 1998, 2000, 1998, 2000, 1998, 2000, 1998, 2000, 1998, 2000, 2020, 2000],
  ]);
});

test.each([
  ["3.8", 0, 307, 239_564, [235, 7, 25]],
  ["3.10", 1, 307, 239_568, [234, 7, 25]],
  ["3.11", 0, 171, 119_838, [131, 3, 14]],
  ["3.12", 0, 171, 119_836, [131, 3, 14]],
  ["3.13", 0, 59, 118_028, [1943, 11, 4]],
] as const)(
  "60,000 iterations on %s with %i free dicts at the start: %i collections find %i objects",
  (profile, freeDicts, collections, collected, countsAfter) => {
    const growth = leakLoop({ iterations: 60_000, profile, freeDicts });
    expect(growth.collections).toHaveLength(collections);
    expect(collectedIn(growth)).toBe(collected);
    expect(growth.countsAfter).toEqual(countsAfter);
  },
);

test.each([
  ["3.10", 4694, 426, 1],
  ["3.11", 2616, 237, 0],
  ["3.12", 2616, 237, 0],
  ["3.13", 916, 83, 0],
])(
  "1,000,000 iterations on %s: %i young collections, %i of generation 1, %i full",
  (profile, ...generations) => {
    expect(byGeneration(leakLoop({ iterations: 1_000_000, profile }))).toEqual(generations);
  },
);

test.each([
  ["3.11", [299, 0, 2], 109, [12, 24, 36, 48, 60, 72, 84, 96, 108]],
  ["3.13", [81, 3, 0], 130, [9, 21, 33, 45, 57, 69, 81, 93, 105, 117, 129]],
] as const)(
  "without a gc.collect() before it, the loop on %s has exactly one full collection in 1,000,000 iterations",
  (profile, countsBefore, full, generation1) => {
    const loop = new LeakLoop(profile);
    loop.start("on", countsBefore);
    // As in a process that has not collected fully yet: nothing is known to be long-lived.
    loop.h.longLivedTotal = 0;
    const generations: number[] = [];
    loop.h.onCollection = (phase, generation) => {
      if (phase === "stop") generations.push(generation);
    };
    loop.run(1_000_000);
    const numbers = (g: number) => generations.flatMap((generation, n) => (generation === g ? [n + 1] : []));
    expect(numbers(2)).toEqual([full]);
    expect(numbers(1).filter((n) => n < full)).toEqual(generation1);
  },
);

test.each([
  ["3.8", 4, 583.73],
  ["3.10", 4, 581.05],
  ["3.11", 2, 192.75],
  ["3.12", 2, 160.63],
  ["3.13", 2, 192.75],
])(
  "with the collector off every iteration on %s leaves %i objects and %f bytes behind",
  (profile, objects, bytes) => {
    const last = leakLoop({ iterations: 200_000, gc: "off", profile }).samples.at(-1);
    expect(last?.trackedObjects).toBe(objects * 200_000);
    expect((last?.bytes ?? 0) / 200_000).toBeCloseTo(bytes, 2);
  },
);

test("with the collector on, 3.13 never holds more than 2,052 tracked objects above the start in 200,000 iterations", () => {
  const { collections, samples } = leakLoop({ iterations: 200_000, profile: "3.13" });
  const peaks = collections.map(({ trackedBefore }) => trackedBefore ?? 0);
  expect(Math.max(...peaks, ...samples.map(({ trackedObjects }) => trackedObjects))).toBe(2052);
});

test("samples are evenly spread, the first at 0 and the last at the end", () => {
  const at = (samples: number) =>
    leakLoop({ iterations: 10, samples }).samples.map(({ iteration }) => iteration);
  expect(at(3)).toEqual([0, 3, 7, 10]);
  expect(at(0)).toEqual([0]);
  expect(at(99)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test("how often it is sampled changes nothing that happens", () => {
  const run = (samples: number) => leakLoop({ iterations: 20_000, samples }).collections;
  expect(run(1)).toEqual(run(777));
});

test("no iterations leave everything as it was", () => {
  const { samples, collections, countsAfter } = leakLoop({ iterations: 0 });
  expect(samples).toEqual([{ iteration: 0, trackedObjects: 0, liveObjects: 0, bytes: 0 }]);
  expect([collections, countsAfter]).toEqual([[], [2, 0, 0]]);
});

test("a count that is negative, broken or no number is refused with its name", () => {
  for (const iterations of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => leakLoop({ iterations })).toThrow(BadArgumentError);
  expect(() => leakLoop({ iterations: -1 })).toThrow(
    "leakLoop cannot run with iterations = -1: it takes a whole number from 0 on, for example 200000.",
  );
  expect(() => leakLoop({ iterations: 1, samples: -2 })).toThrow("samples = -2");
});

test("a collector that is neither on nor off is refused", () => {
  // A notebook cell is not checked strictly, so that the wrong word can arrive.
  expect(() => leakLoop(JSON.parse('{"iterations": 10, "gc": "of"}'))).toThrow(
    'gc = "of": it is "on" or "off".',
  );
});
