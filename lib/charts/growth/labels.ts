/** Where the names of the curves stand in the upper panel: beside the curves where there is room, else in rows above them. */

import type { SpecPart } from "../chart";
import { csvData, type InlineData } from "../csv";
import { ALIVE, GARBAGE } from "../palette";
import { PLOT_WIDTH } from "../theme";
import { offLabel, onLabel } from "./claim";
import type { GrowthFacts, OffFacts, OnFacts } from "./facts";

/** Labels, and how much the axis has to grow to make room for them. */
export interface LabelPlan {
  readonly layers: readonly SpecPart[];
  /** Height of the axis over height of its highest value, at least 1. */
  readonly headroom: number;
}

/** The upper panel as the labels see it. Heights in bytes. */
export interface LabelFrame {
  readonly heightPx: number;
  readonly topBytes: number;
  /** Between two grid lines. */
  readonly stepBytes: number;
  /** The highest point of a curve with gc on, simulated or measured. */
  readonly onPeakBytes: number;
  /** See {@link onLabel}. */
  readonly tickStep: number;
  /** The right edge of the grey slice; 0 without one. */
  readonly sliceEndPx: number;
}

const ROW_PX = 20;
/** A curve as flat as this leaves room for a label above it, below a straight one. */
const FLAT = 0.2;
/** Pixels between the end of a label and a rising line. */
const CLEARANCE_PX = 34;

/** Place the labels. */
export function planLabels(facts: GrowthFacts, frame: LabelFrame): LabelPlan {
  const { off, on } = facts;
  const roomBeside = off?.straight === true && (on === undefined || frame.onPeakBytes < FLAT * off.endBytes);
  return roomBeside ? besideCurves(off, on, frame) : inRows(facts, frame);
}

/** "gc off" ends at its line, between the grid lines three quarters up; "gc on" lies on its own at the right. */
function besideCurves(off: OffFacts, on: OnFacts | undefined, frame: LabelFrame): LabelPlan {
  const yPx = (bytes: number): number => frame.heightPx * (1 - bytes / frame.topBytes);
  const offBytes = (Math.round((0.75 * off.endBytes) / frame.stepBytes - 0.5) + 0.5) * frame.stepBytes;
  const offEndPx = (offBytes / off.endBytes) * PLOT_WIDTH - CLEARANCE_PX;
  const layers = [textAt(offLabel(off), offEndPx, yPx(offBytes), "right")];
  if (on)
    layers.push(textAt(onLabel(on, frame.tickStep), PLOT_WIDTH - 8, yPx(frame.onPeakBytes) - 16, "right"));
  return { layers, headroom: 1 };
}

function inRows({ off, on }: GrowthFacts, frame: LabelFrame): LabelPlan {
  const rows = [
    ...(off ? [{ text: offLabel(off), colour: GARBAGE }] : []),
    ...(on ? [{ text: onLabel(on, frame.tickStep), colour: ALIVE }] : []),
  ];
  const left = 8 + (frame.sliceEndPx < PLOT_WIDTH / 4 ? frame.sliceEndPx : 0);
  const layers = rows.flatMap(({ text, colour }, index) => {
    const y = ROW_PX * (index + 0.5);
    return [swatchAt(colour, left, y), textAt(text, left + 26, y, "left")];
  });
  return { layers, headroom: frame.heightPx / (frame.heightPx - ROW_PX * (rows.length + 0.3)) };
}

function textAt(text: string, xPx: number, yPx: number, align: "left" | "right"): SpecPart {
  return {
    data: oneRow,
    mark: { type: "text", align, baseline: "middle", fontSize: 13, fontWeight: 600, aria: false },
    encoding: { x: { value: xPx }, y: { value: yPx }, text: { value: text } },
  };
}

function swatchAt(color: string, xPx: number, yPx: number): SpecPart {
  return {
    data: oneRow,
    mark: { type: "rule", color, strokeWidth: 3.5, aria: false },
    encoding: { x: { value: xPx }, x2: { value: xPx + 20 }, y: { value: yPx } },
  };
}

const oneRow: InlineData = csvData([{ row: 1 }]);
