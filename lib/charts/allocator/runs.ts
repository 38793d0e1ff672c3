/** Two sets of runs that one allocator chart can compare. */

import { BadInputError } from "../../bad-input";
import type { AllocatorRuns, LeakMemory } from "../../sim/alloc/memory-run";

/**
 * Refuse runs that cannot be compared.
 *
 * @throws {BadInputError} When the first are not simulated or the second not measured, when they are of two version
 *   lines, or when the programs are not the same.
 */
export function requireComparable(simulated: AllocatorRuns, measured: AllocatorRuns): void {
  for (const [runs, source] of [
    [simulated, "simulated"],
    [measured, "measured"],
  ] as const)
    if ([runs.leak, ...runs.survivors].some((run) => run.source !== source))
      throw new BadInputError(
        `allocatorChart takes simulated runs first, then measured ones, and got ${runs.leak.source} ones as the ${source}.`,
      );
  const lines = [...new Set([simulated, measured].flatMap(versionLines))];
  if (lines.length > 1)
    throw new BadInputError(
      `allocatorChart compares runs of one CPython version, and got ${lines.join(" and ")}.`,
    );
  const [one, other] = [program(simulated), program(measured)];
  if (one !== other)
    throw new BadInputError(
      `allocatorChart compares runs of the same programs, and got ${one} simulated, ${other} measured.`,
    );
  requirePoints(simulated.leak);
  requirePoints(measured.leak);
}

function requirePoints({ source, samples, arenaSteps }: LeakMemory): void {
  if (samples.length >= 2 && arenaSteps.length >= 1) return;
  throw new BadInputError(
    `allocatorChart draws a leak loop with at least 2 samples and 1 new arena; the ${source} one has ${samples.length} and ${arenaSteps.length}. Let it run longer.`,
  );
}

/** "3.13.0" and "3.13" are both of the line "3.13". */
function versionLines({ leak, survivors }: AllocatorRuns): string[] {
  return [leak, ...survivors].map((run) => run.python.split(".").slice(0, 2).join("."));
}

function program({ leak, survivors }: AllocatorRuns): string {
  const { fromIteration, toIteration } = leak.zoom;
  const kept = survivors.map((run) => `${run.kept} of ${run.objects}`).join(", ");
  return `${leak.iterations} iterations (pages from ${fromIteration} to ${toIteration}; ${leak.samples.length} samples) and survivors ${kept}`;
}
