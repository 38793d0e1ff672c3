/** Where a notebook's stored outputs differ from those of a fresh run. */

import type { Cell, Notebook, Output } from "./notebook";
import { type Json, pythonJson } from "./python-json";

/** The first difference in one cell. */
export interface CellDifference {
  /** Which cell, counted from 1, prose cells included. */
  readonly cell: number;
  /** What is stored and what the run gave, shortened. */
  readonly message: string;
}

/** How much of a line to show, in characters. */
const shownLength = 70;

/**
 * Compare the outputs of two notebooks with the same cells.
 *
 * @returns One entry for each cell that differs.
 */
export function compareNotebooks(stored: Notebook, fresh: Notebook): CellDifference[] {
  return fresh.cells.flatMap((cell, index) => {
    const message = firstDifference(outputLines(stored.cells[index]), outputLines(cell));
    return message === undefined ? [] : [{ cell: index + 1, message }];
  });
}

/** The outputs as lines that a person can tell apart: printed text as it is, the rest as JSON. */
function outputLines(cell: Cell | undefined): string[] {
  if (cell?.cell_type !== "code") return [];
  return cell.outputs.flatMap((output) => [output.output_type, ...contentLines(output)]);
}

function contentLines(output: Output): string[] {
  if (output.output_type === "stream") return [output.name, ...output.text.split("\n")];
  return pythonJson(output as unknown as Json).split("\n");
}

function firstDifference(stored: readonly string[], fresh: readonly string[]): string | undefined {
  const length = Math.max(stored.length, fresh.length);
  for (let line = 0; line < length; line++)
    if (stored[line] !== fresh[line])
      return `stored ${shown(stored[line], fresh[line])}, run gave ${shown(fresh[line], stored[line])}`;
  return undefined;
}

/** The part of `line` around the first character in which it differs from `other`. */
function shown(line: string | undefined, other: string | undefined): string {
  if (line === undefined) return "nothing";
  let same = 0;
  while (same < line.length && line[same] === other?.[same]) same++;
  const start = Math.max(0, Math.min(same - 20, line.length - shownLength));
  const part = line.slice(start, start + shownLength);
  return JSON.stringify(`${start > 0 ? "..." : ""}${part}${start + shownLength < line.length ? "..." : ""}`);
}
