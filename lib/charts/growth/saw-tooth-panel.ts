/** The lower panel of a growth chart: a stretch of the run with gc on, enlarged until single collections can be seen. */

import type { SpecPart } from "../chart";
import { counted, grouped, roundSteps } from "../quantity";
import { PLOT_WIDTH } from "../theme";
import { iterationAxis } from "./iteration-axis";
import { offLayers, ringLayer, toothLayer } from "./saw-tooth-layers";
import type { Slice } from "./slice";
import { type Rise, type Tooth, thinTeeth } from "./teeth";

const HEIGHT_PX = 150;
/** Height of the frame over the highest peak: room for the curve of gc off to leave it. */
const HEADROOM = 1.25;

/** What the panel shows. */
export interface SawTooth {
  readonly teeth: readonly Tooth[];
  /** From the last collection to the end of the run. */
  readonly tail: Rise;
  /** Teeth of a measured run, drawn as rings over the line of a simulated one; may be empty. */
  readonly measuredTeeth: readonly Tooth[];
  readonly slice: Slice;
  readonly iterations: number;
  /** Tracked objects that gc off adds in each iteration; 0 when there is no such run. */
  readonly offPerIteration: number;
}

/** Build the panel. */
export function sawToothPanel(saw: SawTooth): SpecPart {
  const peak = saw.teeth.reduce((high, tooth) => Math.max(high, tooth.tracked), saw.tail.tracked);
  const frame = { heightPx: HEIGHT_PX, top: peak * HEADROOM, slice: saw.slice };
  const shown = saw.slice.part ? { param: "zoom", encoding: "x" } : [0, saw.iterations];
  const teeth = thinTeeth(saw.teeth);
  return {
    width: PLOT_WIDTH,
    height: HEIGHT_PX,
    title: { text: heading(saw.slice), subtitle: explanation(saw), fontSize: 12, offset: 8 },
    encoding: {
      x: { ...iterationAxis(saw.slice.toIteration, 7, 4), scale: { domain: shown, nice: false } },
      y: {
        field: "tracked",
        type: "quantitative",
        title: null,
        scale: { domain: [0, frame.top], nice: false },
        axis: { values: roundSteps(peak, 3).values.filter((value) => value <= 1.05 * peak), format: ",d" },
      },
    },
    layer: [
      ...offLayers(saw.offPerIteration, frame),
      toothLayer(teeth, saw.tail, frame, saw.measuredTeeth.length === 0),
      ...(saw.measuredTeeth.length > 0 ? [ringLayer(thinTeeth(saw.measuredTeeth), frame)] : []),
    ],
  };
}

function heading(slice: Slice): string {
  return slice.part ? "The grey slice, enlarged: tracked objects with gc on" : "Tracked objects with gc on";
}

/** What a drop is, and what the shapes mean; true of the whole run, for the brush can be moved. */
function explanation({ teeth }: SawTooth): string {
  const most = teeth.reduce((high, tooth) => Math.max(high, tooth.collected), 0);
  const least = teeth.reduce((low, tooth) => Math.min(low, tooth.collected), most);
  const amount = least === most ? counted(most, "object") : `${grouped(least)} to ${counted(most, "object")}`;
  const shapes = [
    ...(teeth.some((tooth) => tooth.generation === 1) ? ["diamond: generation 1"] : []),
    ...(teeth.some((tooth) => tooth.generation === 2) ? ["square: generation 2"] : []),
  ];
  const others = shapes.length === 0 ? "" : ` Circle: generation 0; ${shapes.join("; ")}.`;
  return `Each drop is one collection, which frees ${amount}.${others}`;
}
