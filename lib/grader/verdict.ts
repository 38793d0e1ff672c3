/** What running one answer gave, test by test: the part of a grade that does not depend on whose answer it is. */

import type { Failure, Fault, TestRun } from "../exercise/test-run";
import type { Note } from "./flag";
import type { Sheet, TestStatus } from "./report";

/** What became of one test. */
export interface TestOutcome extends Failure {
  readonly status: TestStatus;
}

/** What became of one answer. */
export interface Verdict {
  readonly notes: readonly Note[];
  /** One for each test of the sheet, in its order. */
  readonly tests: readonly TestOutcome[];
}

/**
 * Read a run off against the exercise's own list of tests: a test that the run does not report counts as not
 * passed, and one that the list does not know is nothing.
 */
export function verdictOf(run: TestRun, sheet: Sheet): Verdict {
  const results = new Map(run.tests.map((result) => [`${result.suite} ${result.name}`, result]));
  const tests = sheet.tests.map(({ suite, name }): TestOutcome => {
    const result = results.get(`${suite} ${name}`);
    if (result === undefined) return { status: "missing", message: "The run gave no verdict on this test." };
    const { name: _name, suite: _suite, points: _points, ...outcome } = result;
    return outcome;
  });
  return { notes: notesOf(run.fault, tests), tests };
}

/** The same for every test of an exercise: there is no answer, or none that can be run. */
export function uniformVerdict(status: "missing" | "rejected", note: Note, sheet: Sheet): Verdict {
  return { notes: [note], tests: sheet.tests.map(() => ({ status, message: "" })) };
}

function notesOf(fault: Fault | undefined, tests: readonly TestOutcome[]): Note[] {
  if (fault !== undefined) {
    const where = fault.line === undefined ? "" : ` (line ${fault.line})`;
    return [{ flag: fault.kind, message: sentence(`${fault.message}${where}`) }];
  }
  return [...stopped("timeout", "time limit", tests), ...stopped("memory", "memory limit", tests)];
}

function stopped(status: "timeout" | "memory", limit: string, tests: readonly TestOutcome[]): Note[] {
  const count = tests.filter((test) => test.status === status).length;
  if (count === 0) return [];
  const what = count === 1 ? "One test was" : `${count} tests were`;
  return [{ flag: status, message: `${what} stopped at the ${limit}.` }];
}

/** A run speaks in half sentences. One that draws code on several lines is left as it is. */
function sentence(words: string): string {
  const begun = words.charAt(0).toUpperCase() + words.slice(1);
  return words.includes("\n") || words.endsWith(".") ? begun : `${begun}.`;
}
