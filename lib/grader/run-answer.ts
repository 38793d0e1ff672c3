/** Running one answer: the only place where grading comes near a student's code. */

import type { Exercise } from "../exercise/exercise";
import { runTests } from "../exercise/run-tests";
import type { TestRun } from "../exercise/test-run";

/** One answer to be run. */
export interface AnswerJob {
  readonly exercise: Exercise;
  readonly source: string;
}

/**
 * Runs all tests of an exercise, public and hidden, against an answer. Whatever the answer does, it resolves,
 * and no process that the answer started is left; it rejects only when the kit itself cannot go on. Another
 * isolation is another such function.
 */
export type RunAnswer = (job: AnswerJob) => Promise<TestRun>;

/** For one test, and for loading the answer. */
const timeoutMs = 2_000;
/**
 * For loading an answer that seemed to take too long: a busy machine is slow at it, and nobody shall lose
 * points for that.
 */
const patientTimeoutMs = 6_000;

/**
 * Run an answer in a process group of its own that is killed at the time limit. No sandbox: it can read what
 * its user can.
 */
export const runInProcess: RunAnswer = async ({ exercise, source }) => {
  const run = await runTests(exercise, { source, suite: "all", timeoutMs });
  if (run.fault?.kind !== "timeout") return run;
  return runTests(exercise, { source, suite: "all", timeoutMs: patientTimeoutMs });
};
