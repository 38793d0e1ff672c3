/** Pages, arenas and survivors, simulated through the heap and its blocks, against what was recorded on real CPythons. */
import { describe, expect, test } from "vitest";
import { recordedMemory, recordedMemoryVersions } from "../../lib/cpython/recorded-memory";
import { memoryRuns } from "../../lib/dist/sim/memory-runs";
import type { HeldMemory, LeakMemory } from "../../lib/sim/alloc/memory-run";

/** Iterations by which an arena may come sooner or later: the measuring itself takes and frees blocks too. */
const NEAR = 3;

const bytes = ({ samples }: LeakMemory): number[] => samples.map(({ residentBytes }) => residentBytes);

const farthest = (one: readonly number[], other: readonly number[]): number =>
  Math.max(...one.map((value, k) => Math.abs(value - other[k]!)));

describe.each(recordedMemoryVersions())("on %s", (version) => {
  const series = version.split(".").slice(0, 2).join(".");
  const real = recordedMemory(series);
  const ours = memoryRuns(series);

  test("the leak loop makes as much memory resident, within 1 % of its end", () => {
    expect(bytes(ours.leak)).toHaveLength(bytes(real.leak).length);
    expect(farthest(bytes(ours.leak), bytes(real.leak))).toBeLessThan(bytes(real.leak).at(-1)! / 100);
  });

  test("the leak loop maps as many arenas, in the same iterations, give or take 3", () => {
    expect(ours.leak.arenaSteps).toHaveLength(real.leak.arenaSteps.length);
    expect(farthest(ours.leak.arenaSteps, real.leak.arenaSteps)).toBeLessThanOrEqual(NEAR);
    const { arenaBytes, roomBytes } = real.leak;
    expect(ours.leak).toMatchObject({ arenaBytes, roomBytes });
  });

  test("as many objects survive, in as many arenas", () => {
    const counts = ({ arenas, mappedBytes }: HeldMemory): unknown => ({ arenas, mappedBytes });
    const told = (runs: typeof real): unknown =>
      runs.survivors.map(({ kept, objects, keptObjects, all, survivors }) => [
        [kept, objects, keptObjects],
        [counts(all), counts(survivors)],
      ]);
    expect(told(ours)).toEqual(told(real));
  });

  test("survivors keep as much memory resident, within 1 % of what all objects took", () => {
    const resident = (runs: typeof real): number[] =>
      runs.survivors.flatMap(({ all, survivors }) => [all.residentBytes, survivors.residentBytes]);
    expect(farthest(resident(ours), resident(real))).toBeLessThan(real.survivors[0]!.all.residentBytes / 100);
  });
});

test("on 3.13 the simulated runs are the recorded ones, page by page", () => {
  const [ours, real] = [memoryRuns("3.13"), recordedMemory("3.13")];
  const run = { source: "measured", python: real.leak.python };
  expect({ ...ours.leak, ...run }).toEqual(real.leak);
  expect(ours.survivors.map((survivors) => ({ ...survivors, ...run }))).toEqual(real.survivors);
});

test("a shorter run is the beginning of a longer one", () => {
  const short = memoryRuns("3.12", { iterations: 6000, objects: 10_000 });
  const long = memoryRuns("3.12", { iterations: 8000, objects: 10_000 });
  expect(long.leak.samples.slice(0, 7)).toEqual(short.leak.samples);
  expect(long.survivors).toEqual(short.survivors);
});

test("numbers that are out of range are refused in one sentence", () => {
  expect(() => memoryRuns("3.13", { iterations: 1500 })).toThrow(
    "memoryRuns cannot run with iterations = 1500: it takes a multiple of 1000, for example 24000.",
  );
  expect(() => memoryRuns("3.13", { objects: 0 })).toThrow(
    "memoryRuns cannot run with objects = 0: it takes a whole number from 1 on.",
  );
  expect(() => memoryRuns("2.7")).toThrow('There is no profile for CPython "2.7".');
});
