/** The kernel's compiler knows ES2022 and rejects methods that Node has and that came later. */

import { bareCode } from "../bare-code";
import { codeCells, type LintRule } from "../rule";

const late =
  /\.(?:findLast|findLastIndex|toSorted|toReversed|toSpliced|groupBy|fromAsync|withResolvers|isWellFormed|toWellFormed)(?=\s*[(<])/;

export const rule: LintRule = (notebook) =>
  codeCells(notebook).flatMap(({ cell, number }) => {
    const found = late.exec(bareCode(cell.source));
    return found === null
      ? []
      : [
          {
            cell: number,
            message: `The kernel's compiler does not know ${found[0]}: it came after ES2022. Use another method.`,
          },
        ];
  });
