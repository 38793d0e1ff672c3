/** One column of a count chart: a bar as long as the count, from line to line, blue while reachable, amber as garbage. */

import type { SpecPart } from "../chart";
import { csvData, type Row } from "../csv";
import { ALIVE, GARBAGE, INK, ON_COLOUR } from "../palette";
import { roundLayer, rowChannel } from "./code-panel";
import type { CountColumn, CountStretch } from "./column";
import type { CountLayout } from "./layout";

/** A bar narrower than this has its number outside. */
const NUMBER_PX = 15;
/** What "garbage" needs. */
const WORD_PX = 46;
/** What "unreachable, still 1" needs, upright. */
const UPRIGHT_PX = 122;

/** Build the column. */
export function columnPanel(column: CountColumn, layout: CountLayout): SpecPart {
  return {
    width: layout.columnWidthPx,
    height: layout.heightPx,
    title: { text: column.label, fontSize: 12, fontWeight: 600, offset: 8 },
    data: csvData(column.stretches.map((stretch) => stretchRow(column.label, stretch))),
    encoding: { y: rowChannel(layout), x: countChannel(layout) },
    layer: [
      ...roundLayer(layout).map((layer) => ({
        ...layer,
        encoding: { x: { value: 0 }, x2: { value: layout.columnWidthPx } },
      })),
      barLayer,
      garbageEdge,
      numberLayer(layout),
      ...wordLayers(column, layout),
    ],
  };
}

function stretchRow(label: string, stretch: CountStretch): Row {
  const { from, to, refcnt, reachable } = stretch;
  const state = reachable ? "reachable" : "garbage";
  return {
    object: label,
    row: from,
    middle: from + 0.5,
    end: to,
    zero: 0,
    count: refcnt,
    state,
    line: from + 1,
  };
}

function countChannel(layout: CountLayout): SpecPart {
  return {
    field: "count",
    type: "quantitative",
    title: null,
    scale: { domain: layout.domain, nice: false },
    axis: {
      orient: "top",
      format: "d",
      tickMinStep: 1,
      tickCount: Math.floor(layout.columnWidthPx / 22),
      grid: true,
      domain: false,
      ticks: false,
      labelFlush: false,
    },
  };
}

const barLayer: SpecPart = {
  mark: { type: "rect", opacity: 1 },
  encoding: {
    y2: { field: "end" },
    x2: { field: "zero" },
    color: {
      field: "state",
      scale: { domain: ["reachable", "garbage"], range: [ALIVE, GARBAGE] },
      legend: null,
    },
    tooltip: [
      { field: "object" },
      { field: "count", title: "reference count" },
      { field: "state" },
      { field: "line", title: "since line" },
    ],
  },
};

/** Garbage is told by its edge too, not by colour alone. */
const garbageEdge: SpecPart = {
  transform: [{ filter: "datum.state === 'garbage'" }],
  mark: { type: "rule", color: INK, strokeWidth: 1.5, strokeDash: [3, 2], aria: false },
  encoding: { y2: { field: "end" } },
};

function numberLayer(layout: CountLayout): SpecPart {
  const inside = layout.unitPx >= NUMBER_PX;
  const place = inside ? { align: "right", dx: -6, color: ON_COLOUR } : { align: "left", dx: 4 };
  return {
    mark: { type: "text", baseline: "middle", fontSize: 13, fontWeight: 700, aria: false, ...place },
    encoding: { y: { ...rowChannel(layout), field: "middle" }, text: { field: "count" } },
  };
}

/** Words at the spots that the chart is about: garbage, and objects that are gone. */
function wordLayers(column: CountColumn, layout: CountLayout): SpecPart[] {
  const freed = column.freed.map(({ at, by }) =>
    wordAt(by === "count" ? "0, freed" : "collected", at + 0.5, 4),
  );
  const garbage = column.stretches.filter((stretch) => !stretch.reachable);
  return [...freed, ...garbage.flatMap((stretch) => garbageWord(stretch, layout))];
}

/** Upright inside a long bar, else beside it where there is room. */
function garbageWord(stretch: CountStretch, layout: CountLayout): SpecPart[] {
  const { from, to, refcnt } = stretch;
  const widthPx = refcnt * layout.unitPx;
  if ((to - from - 1) * layout.rowPx >= UPRIGHT_PX && widthPx >= NUMBER_PX)
    return [uprightAt(`unreachable, still ${refcnt}`, (from + 1 + to) / 2, widthPx / 2)];
  if (layout.columnWidthPx - widthPx < WORD_PX) return [];
  return [wordAt("garbage", from + 0.5, widthPx + 5)];
}

function wordAt(word: string, row: number, xPx: number): SpecPart {
  return {
    data: csvData([{ row }]),
    mark: { type: "text", align: "left", baseline: "middle", fontSize: 10.5, aria: false },
    encoding: { x: { value: xPx }, text: { value: word } },
  };
}

function uprightAt(words: string, row: number, xPx: number): SpecPart {
  return {
    data: csvData([{ row }]),
    mark: {
      type: "text",
      align: "center",
      baseline: "middle",
      angle: 270,
      fontSize: 11.5,
      color: ON_COLOUR,
      aria: false,
    },
    encoding: { x: { value: xPx }, text: { value: words } },
  };
}
