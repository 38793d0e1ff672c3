/** The allocator against real CPython: addresses and counts exactly, memory of the process within 1 %. */

import { expect } from "vitest";
import { checkAllocator } from "../../lib/dist/sim/alloc/check-allocator";
import { behaviour } from "../behaviour/behaviour";
import type { AllocatorLeak, AllocatorSurvivors, OracleData } from "./oracle-data";
import { kept, leak, survivors, walk } from "./pymalloc-model";
import { oracle, recordedOracle } from "./read-oracle";

/** Iterations by which an arena may come sooner or later: the script's own readings take and free blocks too. */
const NEAR = 3;

type Kept = keyof typeof kept;

/** What CPython does. The script reads Linux's /proc. */
function real(series: string): OracleData["pymalloc"] {
  return (process.platform === "linux" ? oracle("pymalloc", series) : recordedOracle("pymalloc", series))
    .data;
}

/** The version lines to compare for a version: 3.9 has no profile, but differs from 3.8 in one rule. */
function lines(version: string): readonly string[] {
  return version === "3.8" ? ["3.8", "3.9"] : [version];
}

behaviour(
  {
    item: 21,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "1,200 random requests and frees of 25 size classes get the same addresses: last freed, first used; the fullest arena first",
  },
  (version) => {
    for (const series of lines(version)) {
      const { m, places } = walk(series, real(series).walk);
      expect(places).toEqual(real(series).walk.places);
      checkAllocator(m);
    }
  },
);

/** Pools, blocks and arenas, before, with all and with some of the objects. */
function expectAsMany(series: string, name: Kept): void {
  const [ours, theirs] = bothSurvivors(series, name);
  for (const when of ["begin", "all", "survivors"] as const) {
    const { residentBytes: _, ...counts } = theirs[when];
    expect(ours[when]).toMatchObject(counts);
  }
}

function expectAsMuchResident(series: string, name: Kept): void {
  const [ours, theirs] = bothSurvivors(series, name);
  const toleranceBytes = theirs.all.residentBytes / 100;
  for (const when of ["all", "survivors"] as const)
    expect(Math.abs(ours[when].residentBytes - theirs[when].residentBytes)).toBeLessThan(toleranceBytes);
}

function bothSurvivors(
  series: string,
  name: Kept,
): readonly [ours: AllocatorSurvivors, theirs: AllocatorSurvivors] {
  const { count, survivors: theirs } = real(series);
  return [survivors(series, count, kept[name], theirs[name].begin.blocksFree), theirs[name]];
}

behaviour(
  {
    item: 18,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "300,000 objects fill as many pools and arenas, and leave as few when all are freed",
  },
  (version) => {
    for (const series of lines(version)) expectAsMany(series, "none");
  },
);

behaviour(
  {
    item: 20,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "of 300,000 objects the first 1,000 keep as many pools and arenas: only arenas wholly free go back",
  },
  (version) => {
    for (const series of lines(version)) {
      expectAsMany(series, "first 1000");
      expectAsMuchResident(series, "first 1000");
      expectAsMuchResident(series, "none");
    }
  },
);

behaviour(
  {
    item: 22,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "of 300,000 objects every 1,000th keeps as many pools and arenas, and, within 1 % of the peak, as much memory resident",
  },
  (version) => {
    for (const series of lines(version)) {
      expectAsMany(series, "every 1000th");
      expectAsMuchResident(series, "every 1000th");
    }
  },
);

/** The leak loop with the collector off, for each number of pools in an arena: the model beside CPython. */
function leaks(version: string): (readonly [ours: AllocatorLeak, theirs: AllocatorLeak])[] {
  return lines(version).flatMap((series) =>
    Object.entries(real(series).leak).map(
      ([pools, theirs]) => [leak(series, theirs, Number(pools)), theirs] as const,
    ),
  );
}

behaviour(
  {
    item: 19,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "in the leak loop, gc off, arenas are mapped in the same iterations, give or take 3",
  },
  (version) => {
    for (const [ours, theirs] of leaks(version)) {
      expect(ours.arenaSteps).toHaveLength(theirs.arenaSteps.length);
      expect(farthest(ours.arenaSteps, theirs.arenaSteps)).toBeLessThanOrEqual(NEAR);
      expect(ours.roomBytes).toBe(theirs.roomBytes);
    }
  },
);

behaviour(
  {
    item: 19,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "in the leak loop, gc off, resident memory is the same within 1 % of its end",
  },
  (version) => {
    for (const [ours, theirs] of leaks(version))
      expect(farthest(ours.residentBytes, theirs.residentBytes)).toBeLessThan(
        theirs.residentBytes.at(-1)! / 100,
      );
  },
);

behaviour(
  {
    item: 19,
    versions: "3.13",
    compared: "recorded results",
    claim: "the leak loop makes the same pages resident in the same iterations",
  },
  (version) => {
    const { data } = recordedOracle("pymalloc", version);
    for (const [pools, theirs] of Object.entries(data.leak))
      expect(leak(version, theirs, Number(pools))).toEqual(theirs);
  },
);

function farthest(one: readonly number[], other: readonly number[]): number {
  return one.reduce((most, value, k) => Math.max(most, Math.abs(value - other[k]!)), 0);
}
