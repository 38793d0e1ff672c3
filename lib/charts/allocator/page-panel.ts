/** The middle panel of an allocator chart: a stretch of the leak loop, enlarged until single pages can be seen. */

import type { LeakMemory } from "../../sim/alloc/memory-run";
import type { SpecPart } from "../chart";
import { csvData } from "../csv";
import { everyNth } from "../downsample";
import { GARBAGE, PAPER } from "../palette";
import { grouped } from "../quantity";
import { PLOT_WIDTH } from "../theme";

const HEIGHT_PX = 120;
const PAGE_KIB = 4;
/** More rings than this would touch each other. */
const MAX_RINGS = 40;

/** Build the panel. */
export function pagePanel(simulated: LeakMemory, measured: LeakMemory): SpecPart {
  const { fromIteration, toIteration, pageSteps } = simulated.zoom;
  const pages = Math.max(pageSteps.length, measured.zoom.pageSteps.length);
  return {
    width: PLOT_WIDTH,
    height: HEIGHT_PX,
    title: {
      text: "The grey slice, enlarged: resident pages",
      subtitle: explanation(simulated),
      fontSize: 12,
      offset: 8,
    },
    encoding: {
      x: {
        field: "iteration",
        type: "quantitative",
        title: "iterations of the loop",
        scale: { domain: [fromIteration, toIteration], nice: false },
        axis: { format: ",d", tickCount: 6 },
      },
      y: {
        field: "kib",
        type: "quantitative",
        title: `KiB since iteration ${grouped(fromIteration)}`,
        scale: { domain: [0, (pages + 1) * PAGE_KIB], nice: false },
        axis: { tickCount: 4, format: ",d" },
      },
    },
    layer: [
      {
        data: csvData([
          { iteration: fromIteration, kib: 0 },
          ...corners(simulated),
          { iteration: toIteration, kib: pageSteps.length * PAGE_KIB },
        ]),
        mark: { type: "line", interpolate: "step-after", color: GARBAGE, strokeWidth: 3 },
      },
      {
        data: csvData(everyNth(corners(measured), MAX_RINGS).kept),
        mark: { type: "point", filled: true, fill: PAPER, stroke: GARBAGE },
        encoding: {
          tooltip: [
            { field: "iteration", title: "measured: a page in iteration", format: ",d" },
            { field: "kib", title: "KiB", format: ",d" },
          ],
        },
      },
    ],
  };
}

interface Corner {
  readonly [field: string]: number;
  readonly iteration: number;
  readonly kib: number;
}

/** The upper corner of each step. */
function corners({ zoom }: LeakMemory): Corner[] {
  return zoom.pageSteps.map((iteration, k) => ({ iteration, kib: (k + 1) * PAGE_KIB }));
}

function explanation({ samples, iterations }: LeakMemory): string {
  const perIteration = samples.at(-1)!.residentBytes / iterations;
  return `Each step is one page of 4 KiB: an iteration takes ${grouped(perIteration, 1)} bytes, so a page lasts for ${grouped((PAGE_KIB * 1024) / perIteration, 1)} iterations.`;
}
