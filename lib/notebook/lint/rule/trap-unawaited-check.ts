/** Without `await`, the verdict of `check` lands in another cell or nowhere. */

import { bareCode } from "../bare-code";
import { codeCells, type LintRule } from "../rule";

export const rule: LintRule = (notebook) =>
  codeCells(notebook)
    .filter(({ cell }) => /(?<!\bawait\s+)(?<!\bfunction\s+)(?<![\w$.])check\(/.test(bareCode(cell.source)))
    .map(({ number }) => ({
      cell: number,
      message: "check is called without await. Write: await check(...).",
    }));
