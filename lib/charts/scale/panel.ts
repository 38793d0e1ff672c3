/** One panel of a scale chart: a cost against the size of what it is the cost of. */

import type { SpecPart } from "../chart";
import { csvData } from "../csv";
import { ALIVE, NEUTRAL, PAPER } from "../palette";
import { rounded, roundSteps } from "../quantity";

/** One measurement. */
export interface PanelPoint {
  readonly source: "simulated" | "measured";
  /** Objects or iterations. */
  readonly size: number;
  /** What one of them costs. */
  readonly value: number;
}

/** What a panel shows. */
export interface Panel {
  readonly title: string;
  readonly unit: string;
  /** What the sizes count. */
  readonly across: string;
  readonly points: readonly PanelPoint[];
}

const WIDTH_PX = 158;
const HEIGHT_PX = 110;
/** Room at both ends of the axis of sizes, as a factor. */
const MARGIN = 1.8;

/** Build the panel: costs from 0 on, sizes in powers of ten. */
export function scalePanel({ title, unit, across, points }: Panel): SpecPart {
  const sizes = [...new Set(points.map(({ size }) => size))].sort((a, b) => a - b);
  const steps = roundSteps(Math.max(...points.map(({ value }) => value)), 3);
  const domain = [sizes[0]! / MARGIN, sizes[sizes.length - 1]! * MARGIN];
  return {
    width: WIDTH_PX,
    height: HEIGHT_PX,
    title: { text: title, subtitle: unit, fontSize: 12, subtitleFontSize: 11, offset: 6 },
    encoding: {
      x: {
        field: "size",
        type: "quantitative",
        title: across,
        scale: { type: "log", domain, nice: false },
        axis: { values: sizes, format: "~s" },
      },
      y: {
        field: "value",
        type: "quantitative",
        title: null,
        scale: { domain: [0, steps.top * 1.05], nice: false },
        axis: { values: steps.values, format: ",~f" },
      },
    },
    layer: [...layers(points, "measured"), ...layers(points, "simulated")],
  };
}

/** A line through the points of one source: dashed with rings, or solid with dots. */
function layers(points: readonly PanelPoint[], source: PanelPoint["source"]): readonly SpecPart[] {
  const rows = points
    .filter((point) => point.source === source)
    .map(({ size, value }) => ({ size, value: rounded(value, 1), source }));
  if (rows.length === 0) return [];
  const simulated = source === "simulated";
  const line = simulated ? { color: ALIVE } : { color: NEUTRAL, strokeWidth: 1.5, strokeDash: [4, 3] };
  const dot = simulated ? { fill: ALIVE, stroke: ALIVE } : { fill: PAPER, stroke: NEUTRAL };
  return [
    { data: csvData(rows), mark: { type: "line", aria: false, ...line } },
    {
      data: csvData(rows),
      mark: { type: "point", filled: true, ...dot },
      encoding: {
        tooltip: [{ field: "source" }, { field: "size", format: ",d" }, { field: "value", format: ",.1f" }],
      },
    },
  ];
}
