/** Measured growths as a small text table. */

import type { MeasuredGrowth } from "./measure-leak-loop";

const headings: readonly string[] = [
  "python",
  "gc",
  "iterations",
  "KiB above start",
  "bytes/pair",
  "gen 0",
  "gen 1",
  "gen 2",
  "counts after",
];

/**
 * Lay out one line per growth, numbers to the right.
 *
 * Bytes per pair is the slope of the second half of the run: the first pairs go into memory that the process had
 * already.
 */
export function growthTable(growths: readonly MeasuredGrowth[]): string {
  const rows = [headings, ...growths.map(cells)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `${row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join("   ")}\n`)
    .join("");
}

function cells(growth: MeasuredGrowth): readonly string[] {
  const inGeneration = [0, 1, 2].map(
    (generation) => growth.collections.filter((mark) => mark.generation === generation).length,
  );
  return [
    growth.python,
    growth.gc,
    grouped(growth.iterations),
    grouped(Math.round((growth.samples.at(-1)?.bytes ?? 0) / 1024)),
    bytesPerPair(growth).toFixed(1),
    ...inGeneration.map(grouped),
    `(${growth.countsAfter.join(", ")})`,
  ];
}

/** Tell how many bytes each iteration of the second half left behind; 0 when the run is too short to tell. */
function bytesPerPair({ samples }: MeasuredGrowth): number {
  const middle = samples[Math.floor(samples.length / 2)];
  const last = samples.at(-1);
  if (middle === undefined || last === undefined || last.iteration === middle.iteration) return 0;
  return (last.bytes - middle.bytes) / (last.iteration - middle.iteration);
}

function grouped(value: number): string {
  return value.toLocaleString("en-US");
}
