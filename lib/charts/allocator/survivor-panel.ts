/** The lower panel of an allocator chart: what stays of many objects when some survive, one bar for each choice of survivors. */

import type { HeldMemory, SurvivorMemory } from "../../sim/alloc/memory-run";
import type { SpecPart } from "../chart";
import { csvData, type Row } from "../csv";
import { ALIVE, GARBAGE, INK, ON_COLOUR, PAPER } from "../palette";
import { counted, grouped, type MemoryUnit, memoryUnit, rounded, roundSteps } from "../quantity";
import { PLOT_WIDTH } from "../theme";

const ROW_PX = 40;
/** A bar at least this long has its text inside. */
const LONG = 0.5;

/** Build the panel. */
export function survivorPanel(
  simulated: readonly SurvivorMemory[],
  measured: readonly SurvivorMemory[],
): SpecPart {
  const first = simulated[0]!;
  const most = Math.max(...[...simulated, ...measured].map((run) => run.all.residentBytes));
  const unit = memoryUnit(most);
  const steps = roundSteps(most / unit.sizeBytes);
  const bars = [
    { name: `all ${grouped(first.objects)} alive`, held: first.all, real: measured[0]!.all, state: "alive" },
    ...simulated.map((run, k) => ({
      name: barName(run),
      held: run.survivors,
      real: measured[k]!.survivors,
      state: "kept",
    })),
  ].map((bar, row) => barRow(bar, row, first.all, unit));
  return {
    width: PLOT_WIDTH,
    height: bars.length * ROW_PX,
    title: {
      text: "What stays resident when objects are freed",
      subtitle: explanation(first),
      fontSize: 12,
      offset: 8,
    },
    data: csvData(bars),
    encoding: {
      y: {
        field: "row",
        type: "quantitative",
        axis: null,
        scale: { domain: [0, bars.length], reverse: true, nice: false },
      },
      x: {
        field: "memory",
        type: "quantitative",
        title: `${unit.name} above the start`,
        scale: { domain: [0, steps.top], nice: false },
        axis: { values: steps.values, format: ",~f" },
      },
    },
    layer: [barLayer, nameLayer, ringLayer(unit), textLayer("inside"), textLayer("outside")],
  };
}

interface Bar {
  readonly name: string;
  readonly held: HeldMemory;
  readonly real: HeldMemory;
  readonly state: string;
}

function barRow({ name, held, real, state }: Bar, row: number, all: HeldMemory, unit: MemoryUnit): Row {
  return {
    name,
    state,
    zero: 0,
    row: row + 0.45,
    middle: row + 0.68,
    end: row + 0.91,
    memory: rounded(held.residentBytes / unit.sizeBytes, 3),
    measured: rounded(real.residentBytes / unit.sizeBytes, 3),
    text: `${grouped(held.residentBytes / unit.sizeBytes, 1)} ${unit.name}, ${held.arenas} of ${counted(all.arenas, "arena")}`,
    place: held.residentBytes > LONG * all.residentBytes ? "inside" : "outside",
  };
}

function barName({ kept, keptObjects }: SurvivorMemory): string {
  return keptObjects === 0 ? "none kept" : `${kept} kept: ${counted(keptObjects, "object")}`;
}

const barLayer: SpecPart = {
  mark: { type: "rect", aria: false },
  encoding: {
    y2: { field: "end" },
    x2: { field: "zero" },
    color: { field: "state", scale: { domain: ["alive", "kept"], range: [ALIVE, GARBAGE] }, legend: null },
  },
};

const nameLayer: SpecPart = {
  mark: { type: "text", align: "left", baseline: "bottom", dy: -3, fontSize: 12, aria: false },
  encoding: { x: { value: 0 }, text: { field: "name" } },
};

function ringLayer(unit: MemoryUnit): SpecPart {
  return {
    mark: { type: "point", filled: true, fill: PAPER, stroke: INK },
    encoding: {
      y: { field: "middle", type: "quantitative" },
      x: { field: "measured", type: "quantitative" },
      tooltip: [
        { field: "name", title: "objects" },
        { field: "measured", title: `${unit.name} measured`, format: ",.2~f" },
        { field: "memory", title: `${unit.name} predicted`, format: ",.2~f" },
      ],
    },
  };
}

function textLayer(place: "inside" | "outside"): SpecPart {
  const inside = place === "inside";
  return {
    transform: [{ filter: `datum.place === '${place}'` }],
    mark: {
      type: "text",
      align: inside ? "right" : "left",
      baseline: "middle",
      dx: inside ? -12 : 12,
      color: inside ? ON_COLOUR : INK,
      aria: false,
    },
    encoding: { y: { field: "middle", type: "quantitative" }, text: { field: "text" } },
  };
}

function explanation({ objects, all }: SurvivorMemory): string {
  return `${grouped(objects)} objects of 40 bytes fill ${counted(all.arenas, "arena")}; an arena goes back only when all its pools are free.`;
}
