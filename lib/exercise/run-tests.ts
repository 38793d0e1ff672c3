/** The one engine: an exercise's tests against one answer. A hang, a crash or a flood costs its own test only. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ChildLine } from "./child-line";
import type { Exercise } from "./exercise";
import { faultOf } from "./fault";
import { manifest, testFiles } from "./manifest";
import { missingExport } from "./missing-export";
import { quoteCall } from "./quote-call";
import type { Failure, Fault, TestEntry, TestResult, TestRun, TestStatus } from "./test-run";
import { runChild } from "./vitest-child";
import type { ChildOutcome } from "./watch-child";

/** What to run, and how patiently. */
export interface RunOptions {
  /** The answer: a TypeScript module that takes the place of `./exercise`. */
  readonly source: string;
  readonly suite: "public" | "all";
  /** How long the loading of the answer, and each test, may take. */
  readonly timeoutMs?: number;
  /** Stop after so many tests that never ended, because a person waits; what is left is `missing`. Without it, never. */
  readonly stopAfterHangs?: number;
  /** See {@link manifest}. */
  readonly remembered?: boolean;
}

/** Every test is a matter of milliseconds; the rest is for a machine that does something else as well. */
const usualTimeoutMs = 4_000;

/** The verdict on one test, before it meets the manifest. */
interface Verdict extends Failure {
  readonly status: TestStatus;
}

/** What is known so far. */
interface Progress {
  readonly verdicts: Map<string, Verdict>;
  hangs: number;
  fault?: Fault;
  printed?: string;
}

/**
 * Run the tests of an exercise against an answer, each exactly once, in child processes that are gone afterwards. No
 * text of the result holds a path of this run or a terminal control code: the same answer gives the same texts.
 *
 * Tests and points come from {@link manifest}; the child's exit code and totals are not looked at. When a test never
 * ends or takes the process with it, the tests after it run in a fresh child.
 *
 * @throws {BrokenExerciseError} When the exercise's own tests are at fault.
 */
export async function runTests(exercise: Exercise, options: RunOptions): Promise<TestRun> {
  const progress: Progress = { verdicts: new Map(), hangs: 0 };
  // Side by side: neither needs the other, and the first list of tests takes as long as a run.
  const list = manifest(exercise, options);
  const [expected] = await Promise.all([list, runUntilSettled(exercise, options, list, progress)]);
  const tests = expected
    .filter((entry) => options.suite === "all" || entry.suite === "public")
    .map((entry) => result(entry, progress));
  return { tests, printed: progress.printed ?? "", ...(progress.fault && { fault: progress.fault }) };
}

async function runUntilSettled(
  exercise: Exercise,
  options: RunOptions,
  list: Promise<readonly TestEntry[]>,
  progress: Progress,
): Promise<void> {
  while (true) {
    const settledBefore = progress.verdicts.size;
    const outcome = await runChild({
      dir: exercise.dir,
      files: testFiles(exercise, options.suite),
      source: options.source,
      skip: [...progress.verdicts.keys()],
      timeoutMs: options.timeoutMs ?? usualTimeoutMs,
    });
    progress.printed ??= outcome.printed;
    const fault = faultOf(outcome, options.timeoutMs ?? usualTimeoutMs);
    if (fault !== undefined && progress.verdicts.size === 0) progress.fault = fault;
    if (fault !== undefined) return;
    settle(outcome, exercise, new Set((await list).map(keyOf)), progress);
    // Each child settles at least one test, or else the next would not get further either.
    if (outcome.end === "done" || progress.verdicts.size === settledBefore) return;
    if (progress.hangs >= (options.stopAfterHangs ?? Number.POSITIVE_INFINITY)) return;
  }
}

/** Take over what the child said of each test, and blame its end on the test that was running. */
function settle(
  outcome: ChildOutcome,
  exercise: Exercise,
  expected: ReadonlySet<string>,
  progress: Progress,
): void {
  let running: string | undefined;
  let exported: ReadonlyMap<string, string> = new Map();
  for (const line of outcome.lines) {
    if (line.kind === "exports") exported = new Map(line.exports);
    // An answer may speak of tests that do not exist; they would keep the children coming for ever.
    if ((line.kind !== "start" && line.kind !== "end") || !expected.has(keyOf(line))) continue;
    if (line.kind === "start") running = keyOf(line);
    if (line.kind !== "end" || progress.verdicts.has(keyOf(line))) continue;
    progress.verdicts.set(keyOf(line), verdictOf(line, exercise, exported));
    running = undefined;
  }
  if (running === undefined || outcome.end === "done") return;
  if (outcome.end === "silent") progress.hangs++;
  progress.verdicts.set(running, endings[outcome.end]);
}

const endings: Readonly<Record<Exclude<ChildOutcome["end"], "done">, Verdict>> = {
  silent: { status: "timeout", message: "did not finish: your code runs in an endless loop" },
  gone: { status: "error", message: "your code ended the process" },
  memory: { status: "memory", message: "your code ran out of memory" },
  flood: { status: "error", message: "your code printed more than 1 MB" },
};

function verdictOf(
  line: Extract<ChildLine, { kind: "end" }>,
  exercise: Exercise,
  exported: ReadonlyMap<string, string>,
): Verdict {
  const { noticedAt, ...failure } = line.failure as Failure & { noticedAt?: readonly [number, number] };
  if (line.status === "pass") return { status: "pass", message: "" };
  const missing = line.status === "error" ? missingExport(failure.message, exported) : undefined;
  if (missing !== undefined) return { status: "error", message: missing };
  const source = readFileSync(join(exercise.dir, `${line.suite}.test.ts`), "utf8");
  const call = noticedAt && quoteCall(source, noticedAt);
  return { status: line.status, ...failure, ...(call !== undefined && { call }) };
}

function result(entry: TestEntry, progress: Progress): TestResult {
  const verdict = progress.verdicts.get(keyOf(entry));
  if (verdict !== undefined) return { ...entry, ...verdict };
  if (progress.fault !== undefined) {
    const { kind, message, line } = progress.fault;
    const status = kind === "timeout" || kind === "memory" ? kind : "error";
    return { ...entry, status, message, ...(line !== undefined && { line }) };
  }
  const why = progress.hangs > 0 ? "not run: a test before it never ended" : "not run: no verdict came";
  return { ...entry, status: "missing", message: why };
}

function keyOf(test: { readonly suite: string; readonly name: string }): string {
  return `${test.suite} ${test.name}`;
}
