/** The trusted list of an exercise's tests. No learner's code is loaded to make it, so none can change it. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { writeAtomically } from "../write-atomically";
import { BrokenExerciseError } from "./broken-exercise-error";
import type { Exercise } from "./exercise";
import { stateDir } from "./kit-folder";
import type { Suite, TestEntry } from "./test-run";
import { runChild } from "./vitest-child";

const known = new Map<string, Promise<readonly TestEntry[]>>();

/**
 * List an exercise's tests with their points, in the order of the files, public before hidden.
 *
 * vitest collects the test files with an empty module in the place of the answer, and runs nothing. Done once per
 * process for the same files.
 *
 * @param options.remembered - Also take the list from a file under `.leakloop/` and keep it there. For a learner's own
 *   check, where half a second counts; not for grading, where an answer might have written that file.
 * @throws {BrokenExerciseError} When a test has no points or shares its name with another, or when the points do not
 *   add up to those of the front matter.
 */
export function manifest(
  exercise: Exercise,
  options: { readonly remembered?: boolean } = {},
): Promise<readonly TestEntry[]> {
  const key = fingerprint(exercise);
  const file = join(stateDir, "manifest", `${exercise.name}-${key}.json`);
  const entries =
    known.get(key) ??
    (options.remembered ? recall(file) : undefined) ??
    collect(exercise).then((fresh) => {
      if (options.remembered) remember(file, fresh);
      return fresh;
    });
  known.set(key, entries);
  return entries;
}

/** The test files of the suites asked for, by name. */
export function testFiles(exercise: Exercise, suite: "public" | "all"): readonly string[] {
  const files =
    suite === "all" ? [exercise.publicTestFile, exercise.hiddenTestFile] : [exercise.publicTestFile];
  return files.filter((file) => file !== undefined).map((file) => basename(file));
}

async function collect(exercise: Exercise): Promise<readonly TestEntry[]> {
  const files = testFiles(exercise, "all");
  const outcome = await runChild({ dir: exercise.dir, files, source: null, skip: [], timeoutMs: 30_000 });
  const entries: TestEntry[] = [];
  for (const line of outcome.lines) {
    if (line.kind === "load-error")
      throw broken(exercise, line.suite, `cannot be loaded without an answer: ${line.failure.message}`);
    if (line.kind !== "collected") continue;
    for (const { name, points } of line.tests) {
      if (typeof points !== "number" || !(points > 0))
        throw broken(
          exercise,
          line.suite,
          `gives no points for "${name}": write { meta: { points: 1 } } behind its title`,
        );
      if (entries.some((entry) => entry.suite === line.suite && entry.name === name))
        throw broken(exercise, line.suite, `has two tests named "${name}"`);
      entries.push({ name, suite: line.suite, points });
    }
  }
  if (outcome.end !== "done")
    throw new BrokenExerciseError(
      `The tests of ${exercise.name} could not be listed: vitest ended early (${outcome.end}).`,
    );
  checkSum(exercise, entries);
  return inOrder(entries);
}

function inOrder(entries: readonly TestEntry[]): readonly TestEntry[] {
  return (["public", "hidden"] as const).flatMap((suite) => entries.filter((entry) => entry.suite === suite));
}

function checkSum(exercise: Exercise, entries: readonly TestEntry[]): void {
  // The students' copy has the public tests only.
  if (exercise.hiddenTestFile === undefined) return;
  const sum = entries.reduce((total, entry) => total + entry.points, 0);
  if (Math.abs(sum - exercise.points) < 1e-9) return;
  throw new BrokenExerciseError(
    `The tests of ${exercise.name} give ${sum} points in all; its README says ${exercise.points}. Make the two agree.`,
  );
}

function broken(exercise: Exercise, suite: Suite, what: string): BrokenExerciseError {
  return new BrokenExerciseError(`exercises/${exercise.name}/${suite}.test.ts ${what}.`);
}

/** Changes when anything changes that the list depends on. */
function fingerprint(exercise: Exercise): string {
  const hash = createHash("sha256").update(`${exercise.dir} ${exercise.points}`);
  for (const file of testFiles(exercise, "all")) hash.update(readFileSync(join(exercise.dir, file)));
  return hash.digest("hex").slice(0, 16);
}

function recall(file: string): Promise<readonly TestEntry[]> | undefined {
  try {
    return Promise.resolve(JSON.parse(readFileSync(file, "utf8")) as readonly TestEntry[]);
  } catch {
    return undefined;
  }
}

function remember(file: string, entries: readonly TestEntry[]): void {
  try {
    writeAtomically(file, JSON.stringify(entries));
  } catch {
    // A folder that cannot be written costs half a second each time, nothing else.
  }
}
