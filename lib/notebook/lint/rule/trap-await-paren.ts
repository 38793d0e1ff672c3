/** tslab takes `await` before a parenthesis for a function call: "await is not defined". */

import { bareCode } from "../bare-code";
import { codeCells, type LintRule } from "../rule";

export const rule: LintRule = (notebook) =>
  codeCells(notebook)
    .filter(({ cell }) => /\bawait\s*\(/.test(bareCode(cell.source)))
    .map(({ number }) => ({
      cell: number,
      message: 'The kernel cannot run "await (". Name the promise first, then await the name.',
    }));
