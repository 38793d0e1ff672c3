/** A chart is stored in the three forms that viewers need, and in none that hides them. */

import { codeCells, type LintRule } from "../rule";

const needed: readonly string[] = ["application/vnd.vegalite.v5+json", "image/svg+xml", "text/plain"];
const unwanted: readonly string[] = ["image/png", "text/html"];

export const rule: LintRule = (notebook) =>
  codeCells(notebook).flatMap(({ cell, number }) =>
    cell.outputs.flatMap((output) => {
      if (!("data" in output)) return [];
      const isChart = "image/svg+xml" in output.data || /vega/.test(Object.keys(output.data).join());
      const missing = isChart ? needed.filter((mime) => !(mime in output.data)) : [];
      const extra = unwanted.filter((mime) => mime in output.data);
      return [
        ...missing.map((mime) => ({
          cell: number,
          message: `The chart has no ${mime}. Show it with lib's show().`,
        })),
        ...extra.map((mime) => ({
          cell: number,
          message: `An output has ${mime}. Run the notebook with --write.`,
        })),
      ];
    }),
  );
