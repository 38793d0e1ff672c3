/** The words of a benchmark: one line for each comparison, the same columns for all. */

import type { BenchPair } from "./bench-pair";
import type { LeakMemoryReport } from "./leak-memory-bench";
import type { ObjectGraphReport } from "./object-graph-bench";
import type { Comparison } from "./turns";

/** What the columns are. */
export function heading({ profile, python }: BenchPair): string {
  const columns = ["simulated", "real", "ratio"].map((column) => column.padStart(12)).join("");
  return `${`profile ${profile} beside CPython ${python.version}`.padEnd(LABEL_WIDTH)}${columns}`;
}

/** The leak loop. @param label - How much of it is modelled. */
export function leakLoopLines(time: Comparison, label: string): readonly string[] {
  return [line(label, time)];
}

/** One graph. */
export function objectGraphLines(report: ObjectGraphReport): readonly string[] {
  const name = report.kind.replace("-", " ");
  return [
    line(`${name}: full collection, an object`, report.collect),
    line(`${name}: the same as trash`, report.trash),
    // A random graph is made of empty lists.
    report.store
      ? line(`${name}: one store`, report.store)
      : line(`${name}: make one, collector on`, report.build),
  ];
}

/** The memory of the leak loop. */
export function leakMemoryLines(report: LeakMemoryReport): readonly string[] {
  const { residentBytes, realBytes, simulatedBytes } = report;
  const ratio = realBytes / residentBytes;
  return [
    line("resident memory, an object", { simulated: residentBytes, real: realBytes, ratio }, "B"),
    `  (the simulator says that CPython takes ${simulatedBytes.toFixed(1)} B; its arrays have room for ${report.arrayBytes.toFixed(0)} B)`,
  ];
}

const LABEL_WIDTH = 46;

function line(label: string, { simulated, real, ratio }: Comparison, unit = "ns"): string {
  const numbers = [simulated, real].map((value) => `${value.toFixed(unit === "B" ? 1 : 0)} ${unit}`);
  const columns = [...numbers, `${ratio.toFixed(2)} x`].map((column) => column.padStart(12)).join("");
  return `  ${label.padEnd(LABEL_WIDTH - 2)}${columns}`;
}
