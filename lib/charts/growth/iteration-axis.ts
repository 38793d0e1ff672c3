/** The axis of both panels of a growth chart: iterations of the loop. */

import type { SpecPart } from "../chart";

/**
 * Describe the channel, without its scale.
 *
 * @param shownIterations - How many iterations the axis spans; from 100,000 on it counts in k and M.
 * @param tickCount - About how many labels.
 * @param labelPadding - Pixels between axis and labels.
 */
export function iterationAxis(shownIterations: number, tickCount: number, labelPadding: number): SpecPart {
  const format = shownIterations >= 100_000 ? "~s" : ",d";
  return {
    field: "iteration",
    type: "quantitative",
    title: "iterations of the loop",
    axis: {
      format,
      tickCount,
      tickMinStep: 1,
      labelPadding,
      labelExpr: "datum.value === 0 ? '0' : datum.label",
    },
  };
}
