/** tslab forgets a namespace in the next cell. */

import { bareCode } from "../bare-code";
import { codeCells, type LintRule } from "../rule";

export const rule: LintRule = (notebook) =>
  codeCells(notebook)
    .filter(({ cell }) => /^\s*(?:export\s+|declare\s+)?namespace\s+\w/m.test(bareCode(cell.source)))
    .map(({ number }) => ({
      cell: number,
      message: "The kernel forgets a namespace in the next cell. Use an object.",
    }));
