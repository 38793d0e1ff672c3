/** What a growth chart may claim: numbers read from its runs, so that no label is ever written by hand. */

import type { Growth } from "../../sim/growth";
import { peakBytes } from "./memory-curve";
import type { GrowthRuns } from "./runs";
import { hasHeight } from "./teeth";

/** The facts of a run with the collector off. */
export interface OffFacts {
  readonly endBytes: number;
  readonly endTracked: number;
  readonly bytesPerIteration: number;
  /** An iteration that leaves two tracked objects behind leaves a pair; else it is called an iteration. */
  readonly eachTime: "pair" | "iteration";
  /** No collection, and every sample lies within 3 % of the straight line from the first to the last. */
  readonly straight: boolean;
}

/** The facts of a run with the collector on. */
export interface OnFacts {
  readonly endBytes: number;
  readonly peakBytes: number;
  readonly collections: number;
  /** Objects found by all collections together. */
  readonly collected: number;
  /** Tracked objects above the start at the highest point. Unknown when no collection recorded them. */
  readonly peakTracked: number | undefined;
  /** Iterations from one collection to the next, on average. Unknown with fewer than two. */
  readonly meanGap: number | undefined;
}

/** Everything a growth chart says in numbers. */
export interface GrowthFacts {
  readonly iterations: number;
  readonly off: OffFacts | undefined;
  readonly on: OnFacts | undefined;
  /** Does the collector keep the run below half of what gc off reaches? */
  readonly bounded: boolean;
}

/** Read the facts. */
export function growthFacts(runs: GrowthRuns): GrowthFacts {
  const off = runs.off && offFacts(runs.off);
  const on = runs.on && onFacts(runs.on);
  const bounded =
    off !== undefined &&
    on?.peakTracked !== undefined &&
    on.collections >= 2 &&
    on.peakTracked * 2 < off.endTracked;
  return { iterations: runs.iterations, off, on, bounded };
}

function offFacts(run: Growth): OffFacts {
  const first = run.samples[0]!;
  const last = run.samples[run.samples.length - 1]!;
  const iterations = last.iteration - first.iteration;
  const slope = (last.bytes - first.bytes) / iterations;
  const deviation = run.samples
    .map((sample) => Math.abs(sample.bytes - first.bytes - slope * (sample.iteration - first.iteration)))
    .reduce((worst, distance) => Math.max(worst, distance), 0);
  return {
    endBytes: last.bytes,
    endTracked: last.trackedObjects,
    bytesPerIteration: slope,
    eachTime: last.trackedObjects - first.trackedObjects === 2 * iterations ? "pair" : "iteration",
    straight: run.collections.length === 0 && last.bytes > 0 && deviation <= 0.03 * last.bytes,
  };
}

function onFacts(run: Growth): OnFacts {
  const marks = run.collections;
  const last = run.samples[run.samples.length - 1]!;
  return {
    endBytes: last.bytes,
    peakBytes: peakBytes(run),
    collections: marks.length,
    collected: marks.reduce((sum, mark) => sum + mark.collected, 0),
    peakTracked: peakTracked(run),
    meanGap:
      marks.length < 2
        ? undefined
        : (marks[marks.length - 1]!.iteration - marks[0]!.iteration) / (marks.length - 1),
  };
}

/** Samples alone can miss the peaks, which are right before the collections. */
function peakTracked(run: Growth): number | undefined {
  if (!run.collections.every(hasHeight)) return undefined;
  const sampled = run.samples.reduce((peak, sample) => Math.max(peak, sample.trackedObjects), 0);
  return run.collections
    .filter(hasHeight)
    .reduce((peak, mark) => Math.max(peak, mark.trackedBefore), sampled);
}
