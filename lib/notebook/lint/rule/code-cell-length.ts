/** A code cell holds one idea: median at most 4 lines, nine in ten at most 10, none over 20. */

import { codeCells, type LintRule } from "../rule";

const lineCount = (source: string): number => source.split("\n").filter((line) => line.trim() !== "").length;

export const rule: LintRule = (notebook) => {
  const cells = codeCells(notebook).map(({ cell, number }) => ({ number, lines: lineCount(cell.source) }));
  const sorted = cells.map(({ lines }) => lines).sort((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const over10 = sorted.filter((lines) => lines > 10).length;
  const findings = cells
    .filter(({ lines }) => lines > 20)
    .map(({ number, lines }) => ({
      cell: number,
      message: `The cell has ${lines} lines; 20 is the most. Split it.`,
    }));
  const medianFinding = {
    message: `Half of the code cells have ${median} lines or more; aim at 4. Split the longest.`,
  };
  const longFinding = {
    message: `${over10} of ${sorted.length} code cells have more than 10 lines; at most one in ten may. Split the longest.`,
  };
  return [
    ...(median > 4 ? [medianFinding] : []),
    ...(over10 > sorted.length / 10 ? [longFinding] : []),
    ...findings,
  ];
};
