/** The marks of the upper panel of a growth chart: lines are simulated, rings are measured, ticks are collections. */

import type { CollectionMark, Growth, GrowthSample } from "../../sim/growth";
import type { SpecPart } from "../chart";
import { csvData, type Row } from "../csv";
import { downsample, everyNth } from "../downsample";
import { ALIVE, GARBAGE, NEUTRAL, PAPER } from "../palette";
import { type MemoryUnit, rounded } from "../quantity";
import { type MemoryPoint, memoryCurve } from "./memory-curve";
import type { Slice } from "./slice";

/** More rings than this would touch each other. */
const MAX_RINGS = 21;

function colourOf(run: Growth): string {
  return run.gc === "off" ? GARBAGE : ALIVE;
}

/** The simulated curve; with gc off over a tinted area, for memory that is never given back. */
export function lineLayer(run: Growth, unit: MemoryUnit, strokeWidth: number): SpecPart {
  const color = colourOf(run);
  const line = { color, strokeWidth, opacity: 1 };
  return {
    data: csvData(downsample(memoryCurve(run), (point) => point.bytes).map((point) => row(point, unit))),
    mark: run.gc === "off" ? { type: "area", color, opacity: 0.14, line } : { type: "line", ...line },
  };
}

/** The measured points. */
export function ringLayer(run: Growth, unit: MemoryUnit): SpecPart {
  const samples = everyNth(run.samples, MAX_RINGS).kept;
  return {
    data: csvData(samples.map((sample) => told(sample, unit))),
    ...named(run),
    mark: { type: "point", filled: true, fill: PAPER, stroke: colourOf(run) },
    encoding: { tooltip: tooltip(unit) },
  };
}

/** Points that nobody sees but the pointer finds: they carry the tooltips of a simulated curve. */
export function handleLayer(run: Growth, unit: MemoryUnit): SpecPart {
  const samples = everyNth(run.samples, MAX_RINGS * 2).kept;
  return {
    data: csvData(samples.map((sample) => told(sample, unit))),
    ...named(run),
    mark: { type: "point", filled: true, color: colourOf(run), size: 160, opacity: 0, aria: false },
    encoding: { tooltip: tooltip(unit) },
  };
}

/** One tick per collection, below the plot; carries the brush `zoom` when a slice is enlarged. */
export function tickLayer(
  marks: readonly CollectionMark[],
  heightPx: number,
  slice: Slice | undefined,
): SpecPart {
  const zoom = {
    name: "zoom",
    select: {
      type: "interval",
      encodings: ["x"],
      mark: { fill: NEUTRAL, fillOpacity: 0.18, stroke: NEUTRAL },
    },
    value: { x: [0, slice?.toIteration] },
  };
  return {
    data: csvData(
      marks.map(({ iteration, generation, collected }) => ({ iteration, generation, collected })),
    ),
    ...(slice?.part ? { params: [zoom] } : {}),
    mark: { type: "rule", strokeWidth: 0.9, opacity: 0.7, aria: false },
    encoding: {
      y: { value: heightPx + 3 },
      y2: { value: heightPx + 10 },
      tooltip: [
        { field: "iteration", title: "collected in iteration", format: ",d" },
        { field: "generation" },
        { field: "collected", title: "objects freed", format: ",d" },
      ],
    },
  };
}

function row(point: MemoryPoint, unit: MemoryUnit): Row {
  return { iteration: point.iteration, memory: rounded(point.bytes / unit.sizeBytes, 3) };
}

/** A sample with what its tooltip tells. */
function told(sample: GrowthSample, unit: MemoryUnit): Row {
  return { ...row(sample, unit), objects: sample.trackedObjects };
}

function named(run: Growth): SpecPart {
  return { transform: [{ calculate: `'${run.source}, gc ${run.gc}'`, as: "run" }] };
}

function tooltip(unit: MemoryUnit): readonly SpecPart[] {
  return [
    { field: "run", title: "run" },
    { field: "iteration", title: "iterations", format: ",d" },
    { field: "memory", title: `${unit.name} above the start`, format: ",.2~f" },
    { field: "objects", title: "tracked objects", format: ",d" },
  ];
}
