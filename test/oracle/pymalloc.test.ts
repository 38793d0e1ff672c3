/** The allocator against real CPython: addresses and counts exactly, memory of the process within 1 %. */
import { describe, expect, test } from "vitest";
import { checkAllocator } from "../../lib/dist/sim/alloc/check-allocator";
import { kept, leak, rules, survivors, walk } from "./pymalloc-model";
import { oracle, recordedOracle } from "./read-oracle";

/** Iterations by which an arena may come sooner or later: the script's own readings take and free blocks too. */
const NEAR = 3;

describe.each(Object.keys(rules))("CPython %s", (series) => {
  // The script reads Linux's /proc.
  const { data } =
    process.platform === "linux" ? oracle("pymalloc", series) : recordedOracle("pymalloc", series);

  test("1,200 random requests and frees of 25 size classes get the same addresses", () => {
    const { m, places } = walk(series, data.walk);
    expect(places).toEqual(data.walk.places);
    checkAllocator(m);
  });

  describe.each(Object.entries(kept))("of 300,000 objects %s kept", (name, keeps) => {
    const real = data.survivors[name as keyof typeof kept];
    const model = survivors(series, data.count, keeps, real.begin.blocksFree);

    test("pools, blocks and arenas are as many", () => {
      for (const when of ["begin", "all", "survivors"] as const) {
        const { residentBytes: _, ...counts } = real[when];
        expect(model[when]).toMatchObject(counts);
      }
    });

    test("resident memory is the same within 1 % of its peak", () => {
      const toleranceBytes = real.all.residentBytes / 100;
      for (const when of ["all", "survivors"] as const)
        expect(Math.abs(model[when].residentBytes - real[when].residentBytes)).toBeLessThan(toleranceBytes);
    });
  });

  describe.each(Object.entries(data.leak))(
    "in the leak loop, gc off, with %s pools in an arena",
    (pools, real) => {
      const model = leak(series, real, Number(pools));

      test("arenas are mapped in the same iterations, give or take 3", () => {
        expect(model.arenaSteps).toHaveLength(real.arenaSteps.length);
        expect(farthest(model.arenaSteps, real.arenaSteps)).toBeLessThanOrEqual(NEAR);
        expect(model.roomBytes).toBe(real.roomBytes);
      });

      test("resident memory is the same within 1 % of its end", () => {
        const end = real.residentBytes.at(-1)!;
        expect(farthest(model.residentBytes, real.residentBytes)).toBeLessThan(end / 100);
      });
    },
  );
});

test("recorded page by page, the leak loop of 3.13 makes the same pages resident in the same iterations", () => {
  const { data } = recordedOracle("pymalloc", "3.13");
  for (const [pools, real] of Object.entries(data.leak))
    expect(leak("3.13", real, Number(pools))).toEqual(real);
});

function farthest(one: readonly number[], other: readonly number[]): number {
  return one.reduce((most, value, k) => Math.max(most, Math.abs(value - other[k]!)), 0);
}
