/** The upper panel of a growth chart: memory against iterations, with every run on one axis. */

import type { Growth } from "../../sim/growth";
import type { SpecPart } from "../chart";
import { everyNth } from "../downsample";
import { memoryUnit, roundSteps } from "../quantity";
import { PLOT_WIDTH } from "../theme";
import { handleLayer, lineLayer, ringLayer, tickLayer } from "./curve-layers";
import type { GrowthFacts } from "./facts";
import { iterationAxis } from "./iteration-axis";
import { planLabels } from "./labels";
import { peakBytes } from "./memory-curve";
import type { GrowthRuns } from "./runs";
import type { Slice } from "./slice";

const HEIGHT_PX = 230;
/** More ticks than this would become a grey bar. */
const MAX_TICKS = 200;

/** Build the panel. */
export function curvesPanel(runs: GrowthRuns, facts: GrowthFacts, slice: Slice | undefined): SpecPart {
  const peakBytes = highest([runs.simulated.off, runs.simulated.on, runs.measured.off, runs.measured.on]);
  const unit = memoryUnit(peakBytes);
  const steps = roundSteps(peakBytes / unit.sizeBytes);
  const ticks = everyNth(runs.on?.collections ?? [], MAX_TICKS);
  const labels = planLabels(facts, {
    heightPx: HEIGHT_PX,
    topBytes: steps.top * unit.sizeBytes,
    stepBytes: steps.values[1]! * unit.sizeBytes,
    onPeakBytes: highest([runs.simulated.on, runs.measured.on]),
    tickStep: ticks.step,
    sliceEndPx: slice?.part ? (slice.toIteration / runs.iterations) * PLOT_WIDTH : 0,
  });
  const simulated = present([runs.simulated.off, runs.simulated.on]);
  const measured = present([runs.measured.off, runs.measured.on]);
  return {
    width: PLOT_WIDTH,
    height: HEIGHT_PX,
    encoding: {
      x: { ...iterationAxis(runs.iterations, 5, 9), scale: { domain: [0, runs.iterations], nice: false } },
      y: {
        field: "memory",
        type: "quantitative",
        title: `${unit.name} above the start`,
        scale: { domain: [0, steps.top * labels.headroom], nice: false },
        axis: { values: steps.values, format: ",~f" },
      },
    },
    layer: [
      ...(ticks.kept.length > 0 ? [tickLayer(ticks.kept, HEIGHT_PX, slice)] : []),
      ...simulated.map((run) => lineLayer(run, unit, lineWidth(run, facts, labels.headroom > 1))),
      ...simulated.map((run) => handleLayer(run, unit)),
      ...measured.map((run) => ringLayer(run, unit)),
      ...labels.layers,
    ],
  };
}

/**
 * How wide a line is drawn.
 *
 * A line under another one must stick out at both sides, and teeth that fill the panel must not melt together.
 */
function lineWidth(run: Growth, { on }: GrowthFacts, tallTeeth: boolean): number {
  if (run.gc === "off") return on?.collections === 0 ? 8 : 3;
  return tallTeeth ? Math.min(3, Math.max(0.5, 60 / run.collections.length)) : 3;
}

function present(runs: readonly (Growth | undefined)[]): Growth[] {
  return runs.filter((run) => run !== undefined);
}

function highest(runs: readonly (Growth | undefined)[]): number {
  return present(runs).reduce((peak, run) => Math.max(peak, peakBytes(run)), 0);
}
