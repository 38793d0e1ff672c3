/** The runs that one growth chart compares, sorted and checked. */

import { BadInputError } from "../../bad-input";
import type { Growth } from "../../sim/growth";

/** At most one run for each state of the collector and each source. */
export interface GrowthRuns {
  readonly simulated: { readonly off: Growth | undefined; readonly on: Growth | undefined };
  readonly measured: { readonly off: Growth | undefined; readonly on: Growth | undefined };
  /** The run that speaks for `gc.disable()`: the simulated one if there is one. */
  readonly off: Growth | undefined;
  /** The run that speaks for `gc.enable()`: the simulated one if there is one. */
  readonly on: Growth | undefined;
  /** The length of the longest run. */
  readonly iterations: number;
}

/**
 * Sort runs by source and by state of the collector.
 *
 * @param runs - One to four runs of the same program on the same CPython version line.
 * @throws {BadInputError} When there is no run, two of a kind, two versions, or a run without samples.
 */
export function sortRuns(runs: readonly Growth[]): GrowthRuns {
  if (runs.length === 0) throw new BadInputError("growthChart needs at least one run, and got none.");
  for (const run of runs) requireSamples(run);
  requireOneVersion(runs);
  const find = (source: Growth["source"], gc: Growth["gc"]): Growth | undefined => {
    const [first, second] = runs.filter((run) => run.source === source && run.gc === gc);
    if (second === undefined) return first;
    throw new BadInputError(
      `growthChart got two ${source} runs with gc ${gc}. One chart holds one of each; draw two charts.`,
    );
  };
  const simulated = { off: find("simulated", "off"), on: find("simulated", "on") };
  const measured = { off: find("measured", "off"), on: find("measured", "on") };
  return {
    simulated,
    measured,
    off: simulated.off ?? measured.off,
    on: simulated.on ?? measured.on,
    iterations: Math.max(...runs.map((run) => run.iterations)),
  };
}

function requireSamples(run: Growth): void {
  if (run.iterations >= 1 && run.samples.length >= 2) return;
  throw new BadInputError(
    `growthChart draws a run of at least 1 iteration with its first and last sample; the ${run.source} run with gc ${run.gc} has ${run.iterations} iterations and ${run.samples.length} samples.`,
  );
}

function requireOneVersion(runs: readonly Growth[]): void {
  const lines = [...new Set(runs.map((run) => versionLine(run.python)))];
  if (lines.length === 1) return;
  throw new BadInputError(
    `growthChart compares runs of one CPython version, and got ${lines.join(" and ")}.`,
  );
}

/** "3.13.0" and "3.13" are both of the line "3.13". */
export function versionLine(python: string): string {
  return python.split(".").slice(0, 2).join(".");
}
