/** The upper panel of an allocator chart: the leak loop with gc off, mapped in arenas and resident in pages. */

import type { LeakMemory } from "../../sim/alloc/memory-run";
import type { SpecPart } from "../chart";
import { csvData, type Row } from "../csv";
import { downsample, everyNth } from "../downsample";
import { iterationAxis } from "../growth/iteration-axis";
import { GARBAGE, NEUTRAL, PAPER } from "../palette";
import { type MemoryUnit, memoryUnit, rounded, roundSteps } from "../quantity";
import { PLOT_WIDTH } from "../theme";
import { arenaSize } from "./claim";

const HEIGHT_PX = 210;
/** More rings than this would touch each other. */
const MAX_RINGS = 13;
const MAX_STEPS = 240;
/** From a curve to the middle of its name. */
const LABEL_PX = 28;

/** Build the panel. */
export function growthPanel(simulated: LeakMemory, measured: LeakMemory): SpecPart {
  const top = Math.max(...[simulated, measured].map((run) => mappedCurve(run).at(-1)!.bytes));
  const unit = memoryUnit(top);
  const steps = roundSteps(top / unit.sizeBytes);
  return {
    width: PLOT_WIDTH,
    height: HEIGHT_PX,
    encoding: {
      x: {
        ...iterationAxis(simulated.iterations, 6, 4),
        scale: { domain: [0, simulated.iterations], nice: false },
      },
      y: {
        field: "memory",
        type: "quantitative",
        title: `${unit.name} above the start`,
        scale: { domain: [0, steps.top], nice: false },
        axis: { values: steps.values, format: ",~f" },
      },
    },
    layer: [
      sliceLayer(simulated),
      {
        data: csvData(downsample(mappedCurve(simulated), (point) => point.bytes, MAX_STEPS).map(rowIn(unit))),
        mark: { type: "line", interpolate: "step-after", color: NEUTRAL },
      },
      {
        data: csvData(downsample(residentCurve(simulated), (point) => point.bytes).map(rowIn(unit))),
        mark: { type: "line", color: GARBAGE, strokeWidth: 3 },
      },
      ringLayer(arenaRings(measured), unit, "measured, mapped", NEUTRAL),
      ringLayer(residentCurve(measured).slice(1), unit, "measured, resident", GARBAGE),
      ...labelLayers(simulated, unit, steps.top * unit.sizeBytes),
    ],
  };
}

interface Point {
  readonly iteration: number;
  readonly bytes: number;
}

/** A corner for each arena. What was mapped and unused at the start counts, for the loop fills it first. */
function mappedCurve(run: LeakMemory): Point[] {
  const corners = run.arenaSteps.map((iteration, k) => ({
    iteration,
    bytes: run.roomBytes + (k + 1) * run.arenaBytes,
  }));
  const start = { iteration: 0, bytes: run.roomBytes };
  const last = corners.at(-1) ?? start;
  return [start, ...corners, { iteration: run.iterations, bytes: last.bytes }];
}

function arenaRings(run: LeakMemory): Point[] {
  return mappedCurve(run).slice(1, -1);
}

function residentCurve(run: LeakMemory): Point[] {
  return run.samples.map(({ iteration, residentBytes }) => ({ iteration, bytes: residentBytes }));
}

function ringLayer(points: readonly Point[], unit: MemoryUnit, run: string, stroke: string): SpecPart {
  const rings = everyNth(points, MAX_RINGS).kept;
  return {
    data: csvData(rings.map((point) => ({ ...rowIn(unit)(point), run }))),
    mark: { type: "point", filled: true, fill: PAPER, stroke },
    encoding: {
      tooltip: [
        { field: "run", title: "run" },
        { field: "iteration", title: "iterations", format: ",d" },
        { field: "memory", title: `${unit.name} above the start`, format: ",.2~f" },
      ],
    },
  };
}

/** Where the stretch of the next panel lies. */
function sliceLayer({ zoom }: LeakMemory): SpecPart {
  return {
    data: csvData([{ from: zoom.fromIteration, to: zoom.toIteration }]),
    mark: { type: "rect", color: NEUTRAL, opacity: 0.35, aria: false },
    encoding: {
      x: { field: "from", type: "quantitative" },
      x2: { field: "to" },
      y: { value: 0 },
      y2: { value: HEIGHT_PX },
    },
  };
}

/** The names of the curves: above the stairs, and below the line. */
function labelLayers(run: LeakMemory, unit: MemoryUnit, topBytes: number): SpecPart[] {
  const pixel = topBytes / HEIGHT_PX;
  const [left, right] = [0.4 * run.iterations, 0.72 * run.iterations];
  const stairs = run.roomBytes + run.arenaSteps.filter((step) => step <= left).length * run.arenaBytes;
  const line = 0.72 * run.samples.at(-1)!.residentBytes;
  const at = (iteration: number, bytes: number): Row => rowIn(unit)({ iteration, bytes });
  return [
    textLayer(at(left, stairs + LABEL_PX * pixel), `mapped, ${arenaSize(run.arenaBytes)} at a time`, "right"),
    textLayer(at(right, line - 1.6 * LABEL_PX * pixel), "resident, 4 KiB at a time", "left"),
  ];
}

function textLayer(row: Row, text: string, align: "left" | "right"): SpecPart {
  return {
    data: csvData([row]),
    mark: { type: "text", align, baseline: "middle", fontSize: 13, fontWeight: 600, aria: false },
    encoding: { text: { value: text } },
  };
}

function rowIn(unit: MemoryUnit): (point: Point) => Row {
  return ({ iteration, bytes }) => ({ iteration, memory: rounded(bytes / unit.sizeBytes, 3) });
}
