/** No code that is only there as a comment. */

import { codeCells, type LintRule } from "../rule";

const statement = /^\s*\/\/.*[;{}]\s*$/m;

export const rule: LintRule = (notebook) =>
  codeCells(notebook)
    .filter(({ cell: { source } }) => {
      const lines = source.split("\n").filter((line) => line.trim() !== "");
      const onlyComments = lines.length > 0 && lines.every((line) => /^\s*(?:\/\/|\/\*|\*)/.test(line));
      return onlyComments || statement.test(source);
    })
    .map(({ number }) => ({
      cell: number,
      message:
        "The cell holds code as a comment, or nothing but comments. Delete it, or move the words to prose.",
    }));
