/** A cell is not a file: what names a file or a module is missing, or means the kernel's own. */

import { bareCode } from "../bare-code";
import { codeCells, type LintRule } from "../rule";

export const rule: LintRule = (notebook) =>
  codeCells(notebook).flatMap(({ cell, number }) => {
    const found = /(?<![\w$.])(?:__dirname|__filename|module\.exports|import\.meta)\b/.exec(
      bareCode(cell.source),
    );
    return found === null
      ? []
      : [
          {
            cell: number,
            message: `${found[0]} does not exist in a cell. Let lib find files, or use process.cwd().`,
          },
        ];
  });
