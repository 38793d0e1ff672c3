/** A cell of prose has at most 150 words. */

import { wordCount } from "../plain-prose";
import { type LintRule, proseCells } from "../rule";

const mostWords = 150;

export const rule: LintRule = (notebook) =>
  proseCells(notebook)
    .map(({ cell, number }) => ({ number, words: wordCount(cell.source) }))
    .filter(({ words }) => words > mostWords)
    .map(({ number, words }) => ({
      cell: number,
      message: `The cell has ${words} words; ${mostWords} is the most. Shorten it, or put code or a figure between.`,
    }));
