/** Outputs say nothing about the machine or the moment of the run. */

import { outputTexts } from "../output-text";
import { codeCells, type LintRule } from "../rule";

const traces: readonly (readonly [string, RegExp])[] = [
  ["an absolute path", /(?<![^\s"'(=,>[])(?:\/(?:[\w.@-]+\/)+[\w.@-]+|[A-Za-z]:\\\w+|file:\/\/\S+)/],
  ["a memory address", /\b0x[0-9a-f]{6,}\b/i],
  ["a date or a time of day", /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}:\d\d:\d\d\b/],
];

export const rule: LintRule = (notebook) =>
  codeCells(notebook).flatMap(({ cell, number }) => {
    const texts = cell.outputs.flatMap(outputTexts);
    return traces.flatMap(([what, pattern]) => {
      const found = texts.map((text) => pattern.exec(text)?.[0]).find((match) => match !== undefined);
      return found === undefined
        ? []
        : [
            {
              cell: number,
              message: `An output holds ${what}, ${found}. Do not print it: it differs between runs.`,
            },
          ];
    });
  });
