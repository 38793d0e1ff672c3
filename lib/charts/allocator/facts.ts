/** What an allocator chart may claim: by how much the prediction and the measurement differ. */

import type { AllocatorRuns, HeldMemory, LeakMemory, SurvivorMemory } from "../../sim/alloc/memory-run";

/** The differences, each the largest one. */
export interface AllocatorFacts {
  /** Resident memory of the leak loop, in parts of its end. */
  readonly leakShare: number;
  /** Iterations between the predicted and the measured mapping of an arena; undefined when they are not as many. */
  readonly arenaIterations: number | undefined;
  /** Iterations between the predicted and the measured page of the enlarged stretch. */
  readonly pageIterations: number | undefined;
  /** Resident memory of survivors, in parts of that of all objects. */
  readonly survivorShare: number;
  /** All of the above: the larger share. */
  readonly share: number;
  /** Are arenas and survivors' arenas as many? */
  readonly sameArenas: boolean;
}

/** Read the facts. */
export function allocatorFacts(simulated: AllocatorRuns, measured: AllocatorRuns): AllocatorFacts {
  const end = measured.leak.samples[measured.leak.samples.length - 1]!.residentBytes;
  const leakShare = farthest(residentOf(simulated.leak), residentOf(measured.leak)) / end;
  const survivorShare = simulated.survivors.reduce(
    (worst, run, k) => Math.max(worst, survivorDifference(run, measured.survivors[k]!)),
    0,
  );
  const arenaIterations = ifAsMany(simulated.leak.arenaSteps, measured.leak.arenaSteps);
  return {
    leakShare,
    arenaIterations,
    pageIterations: ifAsMany(simulated.leak.zoom.pageSteps, measured.leak.zoom.pageSteps),
    survivorShare,
    share: Math.max(leakShare, survivorShare),
    sameArenas:
      arenaIterations !== undefined &&
      simulated.survivors.every((run, k) => run.survivors.arenas === measured.survivors[k]!.survivors.arenas),
  };
}

function residentOf(run: LeakMemory): number[] {
  return run.samples.map((sample) => sample.residentBytes);
}

function survivorDifference(one: SurvivorMemory, other: SurvivorMemory): number {
  const difference = (a: HeldMemory, b: HeldMemory): number => Math.abs(a.residentBytes - b.residentBytes);
  return (
    Math.max(difference(one.all, other.all), difference(one.survivors, other.survivors)) /
    other.all.residentBytes
  );
}

function ifAsMany(one: readonly number[], other: readonly number[]): number | undefined {
  return one.length === other.length ? farthest(one, other) : undefined;
}

function farthest(one: readonly number[], other: readonly number[]): number {
  return one.reduce((worst, value, k) => Math.max(worst, Math.abs(value - other[k]!)), 0);
}
