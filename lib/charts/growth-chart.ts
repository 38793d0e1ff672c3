/** Memory growth of a loop: what the collector makes of a line that only rises. */

import type { Growth } from "../sim/growth";
import { type Chart, makeChart } from "./chart";
import { MAX_POINTS } from "./downsample";
import { growthWords } from "./growth/claim";
import { curvesPanel } from "./growth/curves-panel";
import { growthFacts } from "./growth/facts";
import { type GrowthRuns, sortRuns } from "./growth/runs";
import { type SawTooth, sawToothPanel } from "./growth/saw-tooth-panel";
import { chooseSlice } from "./growth/slice";
import { tailOf, teethOf } from "./growth/teeth";

/**
 * Draw one to four runs of the same loop: gc off or on, simulated (lines) or measured (rings).
 *
 * The upper panel shows memory above the start, with a tick for each collection. When collections are known with
 * their heights, the lower panel enlarges the first of them; in JupyterLab the grey slice can be dragged.
 * All words are computed from the runs.
 *
 * @param runs - Runs on one CPython version line, at most one for each source and state of the collector.
 * @throws {BadInputError} When there is no run, two of a kind, two versions, or a run without samples.
 * @example
 * show(growthChart(leakLoop({ iterations: 200_000, gc: "off" }), leakLoop({ iterations: 200_000, gc: "on" })));
 */
export function growthChart(...runs: readonly Growth[]): Chart {
  const sorted = sortRuns(runs);
  const facts = growthFacts(sorted);
  const saw = sawTooth(sorted);
  const reduced = runs.some((run) => Math.max(run.samples.length, run.collections.length) > MAX_POINTS);
  return makeChart(growthWords(sorted, facts, reduced), {
    vconcat: [curvesPanel(sorted, facts, saw?.slice), ...(saw ? [sawToothPanel(saw)] : [])],
  });
}

/** The enlarged stretch, if there is anything in it to see. */
function sawTooth(runs: GrowthRuns): SawTooth | undefined {
  if (runs.on === undefined) return undefined;
  const teeth = teethOf(runs.on);
  const slice = chooseSlice(teeth, runs.iterations);
  if (slice === undefined) return undefined;
  return {
    teeth,
    tail: tailOf(runs.on, teeth),
    measuredTeeth: runs.measured.on ? teethOf(runs.measured.on) : [],
    slice,
    iterations: runs.iterations,
    offPerIteration: runs.off ? trackedPerIteration(runs.off) : 0,
  };
}

function trackedPerIteration(run: Growth): number {
  return run.samples[run.samples.length - 1]!.trackedObjects / run.iterations;
}
