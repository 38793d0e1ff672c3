/** No empty cells. */

import { type LintRule, numbered } from "../rule";

export const rule: LintRule = (notebook) =>
  numbered(notebook)
    .filter(({ cell }) => cell.source.trim() === "")
    .map(({ number }) => ({ cell: number, message: "The cell is empty. Delete it." }));
