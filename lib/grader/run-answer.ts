/** Running one answer: the only place where grading comes near a student's code. */

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
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
  const dir = mkdtempSync(join(realpathSync(tmpdir()), "leakloop-grade-"));
  try {
    const answerFile = join(dir, "exercise.ts");
    writeFileSync(answerFile, source);
    let run = await runTests(exercise, { answerFile, suite: "all", timeoutMs });
    if (run.fault?.kind === "timeout")
      run = await runTests(exercise, { answerFile, suite: "all", timeoutMs: patientTimeoutMs });
    return withoutPath(run, dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

/**
 * Messages may quote where the answer lay, as an absolute or a relative path: different each time, and of no
 * use to a reader.
 */
function withoutPath(run: TestRun, dir: string): TestRun {
  const path = new RegExp(`[^\\s"'\`(]*${basename(dir)}[/\\\\]?`, "g");
  const shorten = (_key: string, value: unknown): unknown =>
    typeof value === "string" ? stripVTControlCharacters(value).replace(path, "") : value;
  return JSON.parse(JSON.stringify(run), shorten) as TestRun;
}
