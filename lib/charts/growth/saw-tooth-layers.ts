/** The marks of the lower panel of a growth chart: rises, drops, collections, and the curve of gc off on its way out. */

import type { SpecPart } from "../chart";
import { csvData, type Row } from "../csv";
import { ALIVE, GARBAGE, PAPER } from "../palette";
import { rounded } from "../quantity";
import type { Slice } from "./slice";
import type { Rise, Tooth } from "./teeth";

/** The frame that the marks are clipped to. */
export interface SawToothFrame {
  readonly heightPx: number;
  /** Tracked objects at the upper edge. */
  readonly top: number;
  readonly slice: Slice;
}

/** Circle, diamond and square stand for the generations 0, 1 and 2. */
const generationShape: SpecPart = {
  field: "generation",
  type: "nominal",
  scale: { domain: [0, 1, 2], range: ["circle", "diamond", "square"] },
  legend: null,
};

/** A diamond or a square has to stand out from the circles. */
const generationSize: SpecPart = { condition: { test: "datum.generation > 0", value: 90 }, value: 44 };

const tooltip: readonly SpecPart[] = [
  { field: "iteration", title: "collected in iteration", format: ",d" },
  { field: "generation" },
  { field: "tracked", title: "tracked objects before", format: ",d" },
  { field: "collected", title: "objects freed", format: ",d" },
];

/** The line of the run: a rise and a drop for each tooth, and the rise that no collection has ended yet. */
export function toothLayer(
  teeth: readonly Tooth[],
  tail: Rise,
  frame: SawToothFrame,
  withDots: boolean,
): SpecPart {
  const line = { type: "rule", clip: true, color: ALIVE, strokeWidth: 2.5, strokeCap: "round", aria: false };
  const rows: Row[] = teeth.map((tooth) => ({ ...tooth, after: tooth.tracked - tooth.collected }));
  const end: Row = { ...tail, generation: -1, collected: 0, after: tail.tracked };
  const collections = [{ filter: "datum.generation >= 0" }];
  const dots = {
    transform: collections,
    mark: { type: "point", filled: true, clip: true, color: ALIVE },
    encoding: { shape: generationShape, size: generationSize, tooltip },
  };
  return {
    data: csvData([...rows, end]),
    transform: inView(frame.slice),
    layer: [
      { mark: line, encoding: { x2: { field: "fromIteration" }, y2: { field: "fromTracked" } } },
      { transform: collections, mark: line, encoding: { y2: { field: "after" } } },
      ...(withDots ? [dots] : []),
    ],
  };
}

/** Measured collections. */
export function ringLayer(teeth: readonly Tooth[], frame: SawToothFrame): SpecPart {
  return {
    data: csvData(teeth.map((tooth) => ({ ...tooth }))),
    transform: inView(frame.slice),
    mark: { type: "point", filled: true, clip: true, fill: PAPER, stroke: ALIVE },
    encoding: { shape: generationShape, size: generationSize, tooltip },
  };
}

/** The curve of gc off until it leaves the frame, with its name at that spot. */
export function offLayers(perIteration: number, frame: SawToothFrame): SpecPart[] {
  if (perIteration <= 0) return [];
  const exit = rounded(frame.top / perIteration, 1);
  const late = exit > 0.5 * frame.slice.toIteration;
  const besideText = late ? exit * (1 - 18 / frame.heightPx) : exit;
  const name = exit > frame.slice.toIteration ? "gc off" : "gc off leaves the frame";
  return [
    {
      data: csvData([
        { iteration: 0, tracked: 0 },
        { iteration: exit, tracked: frame.top },
      ]),
      mark: { type: "line", clip: true, color: GARBAGE, strokeDash: [5, 4], aria: false },
    },
    {
      data: csvData([{ iteration: rounded(Math.min(besideText, frame.slice.toIteration), 1), name }]),
      mark: { type: "text", clip: true, align: late ? "right" : "left", dx: late ? -4 : 6, aria: false },
      encoding: { y: { value: 9 }, text: { field: "name" } },
    },
  ];
}

/** Only what the brush covers is worth drawing. */
function inView(slice: Slice): SpecPart[] {
  if (!slice.part) return [];
  const covered = "datum.iteration >= zoom.iteration[0] && datum.fromIteration <= zoom.iteration[1]";
  return [{ filter: `!isValid(zoom.iteration) || (${covered})` }];
}
