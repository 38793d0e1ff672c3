/** At least three times the reader commits to a prediction, runs the cell and reads the answer. */

import { type LintRule, proseCells } from "../rule";

const fewest = 3;

export const rule: LintRule = (notebook) => {
  const predictions = proseCells(notebook).filter(({ cell }) => cell.source.includes("**Predict.**"));
  const unanswered = predictions.filter(({ number }) => {
    const [run, ...rest] = notebook.cells.slice(number);
    return run?.cell_type !== "code" || rest.find((cell) => cell.cell_type !== "code") === undefined;
  });
  const findings = unanswered.map(({ number }) => ({
    cell: number,
    message: "The prediction is not followed by a code cell and then its answer. Put both after it.",
  }));
  if (predictions.length >= fewest) return findings;
  const message = `Cells with **Predict.**: ${predictions.length}; ${fewest} are needed. Ask before a surprising cell.`;
  return [{ message }, ...findings];
};
