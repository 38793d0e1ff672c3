/** Never more than two code cells in a row: an output wants a sentence about what it means. */

import { type LintRule, numbered } from "../rule";

export const rule: LintRule = (notebook) =>
  numbered(notebook)
    .filter(({ number }) => {
      const lastThree = notebook.cells.slice(Math.max(0, number - 3), number);
      return lastThree.length === 3 && lastThree.every((cell) => cell.cell_type === "code");
    })
    .map(({ number }) => ({
      cell: number,
      message:
        "This is the third code cell in a row. Say in a sentence before it what the last output means.",
    }));
