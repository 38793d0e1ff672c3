/** The left panel of a count chart: the executed lines, numbered. */

import type { SpecPart } from "../chart";
import { csvData } from "../csv";
import { MONO } from "../theme";
import { type CountLayout, MAX_CODE_CHARACTERS } from "./layout";

/** The channel that both kinds of panel share: one row per executed line, downward. */
export function rowChannel(layout: CountLayout): SpecPart {
  return {
    field: "row",
    type: "quantitative",
    axis: null,
    scale: { domain: [0, layout.rows], reverse: true, nice: false },
  };
}

/** A dashed line where a new round of a loop begins. */
export function roundLayer(layout: CountLayout): SpecPart[] {
  if (layout.roundStarts.length === 0) return [];
  return [
    {
      data: csvData(layout.roundStarts.map((row) => ({ row }))),
      mark: { type: "rule", strokeDash: [3, 3], aria: false },
    },
  ];
}

/** Build the panel. */
export function codePanel(code: readonly string[], layout: CountLayout): SpecPart {
  const rows = code.map((line, index) => ({ row: index + 0.5, number: index + 1, code: shortened(line) }));
  const text = { type: "text", baseline: "middle", font: MONO };
  return {
    width: layout.codeWidthPx,
    height: layout.heightPx,
    title: { text: "executed line", fontSize: 11, fontWeight: "normal", offset: 24 },
    data: csvData(rows),
    encoding: { y: rowChannel(layout) },
    layer: [
      { mark: { ...text, align: "left", fontSize: 12, x: 26 }, encoding: { text: { field: "code" } } },
      {
        mark: { ...text, align: "right", fontSize: 10, opacity: 0.65, x: 18, aria: false },
        encoding: { text: { field: "number" } },
      },
      ...roundLayer(layout),
    ],
  };
}

function shortened(line: string): string {
  const text = line.trim();
  return text.length <= MAX_CODE_CHARACTERS ? text : `${text.slice(0, MAX_CODE_CHARACTERS - 1)}…`;
}
