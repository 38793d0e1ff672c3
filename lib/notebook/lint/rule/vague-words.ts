/** Prose is exact. */

import { plainProse } from "../plain-prose";
import { type LintRule, proseCells } from "../rule";

export const rule: LintRule = (notebook) =>
  proseCells(notebook).flatMap(({ cell, number }) =>
    [...plainProse(cell.source).matchAll(/\b(?:usually|basically|just|simply)\b/gi)].map(([word]) => ({
      cell: number,
      message: `"${word}" says nothing exact. Give the condition, or leave the word out.`,
    })),
  );
