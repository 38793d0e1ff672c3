/** Checking an answer, from a notebook or for the command line: one engine, one verdict. */

import { readFileSync } from "node:fs";
import { BadInputError } from "../bad-input";
import { lastCellFor } from "./cell-answer";
import { cellModule } from "./cell-module";
import { type CheckReport, checkReport } from "./check-report";
import { type Exercise, readExercise } from "./exercise";
import { followKernel } from "./kernel-cells";
import { progressOf, recordProgress } from "./progress";
import { runTests } from "./run-tests";
import { typeErrors } from "./type-errors";

// Imported in the first cell of a notebook, this sees the exercise cells that come after it.
followKernel();

/** An answer in memory, and what to call it when talking to its author. */
export interface Answer {
  readonly source: string;
  readonly label: string;
}

/**
 * Check an exercise with the visible tests: `await check("01-ledger")`.
 *
 * In a notebook the answer is the cell that was run last whose first line is `// @exercise 01-ledger`; without such a
 * cell, and everywhere else, it is the exercise's `exercise.ts`. As the last line of a cell the report shows its text.
 *
 * @throws {BadInputError} When there is no such exercise.
 */
export async function check(name: string): Promise<CheckReport> {
  if (process.env.LEAKLOOP_ANSWER !== undefined)
    throw new BadInputError(
      "check() was called by an answer while it was being checked. Call it in a cell of its own.",
    );
  const exercise = readExercise(name);
  const cell = lastCellFor(name);
  return checkAnswer(exercise, cell === undefined ? fileAnswer(exercise) : cellAnswer(exercise, cell));
}

/** The answer in the exercise's own folder. */
export function fileAnswer(exercise: Exercise): Answer {
  return {
    source: readFileSync(exercise.answerFile, "utf8"),
    label: `exercises/${exercise.name}/exercise.ts`,
  };
}

function cellAnswer(exercise: Exercise, cell: string): Answer {
  return { source: cellModule(cell), label: `the cell "// @exercise ${exercise.name}", as you last ran it` };
}

/** Check an answer with the visible tests, and remember for the hints whether it passed. */
export async function checkAnswer(exercise: Exercise, answer: Answer): Promise<CheckReport> {
  const { source, label } = answer;
  const [run, complaints] = await Promise.all([
    runTests(exercise, { source, suite: "public", stopAfterHangs: 2, remembered: true }),
    typeErrors(source),
  ]);
  const report = checkReport(exercise, { ...run, answer: label, typeErrors: complaints });
  remember(exercise.name, report.passed);
  return report;
}

function remember(name: string, passed: boolean): void {
  const { failedChecks } = progressOf(name);
  try {
    recordProgress(name, passed ? { passed } : { failedChecks: failedChecks + 1 });
  } catch {
    // A verdict is worth having in a folder that cannot be written; only the third hint needs the count.
  }
}
