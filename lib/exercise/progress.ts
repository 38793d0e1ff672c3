/** What the kit remembers of a learner's way through the exercises: `.leakloop/progress.json`. */

import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { BadInputError } from "../bad-input";
import { stateDir } from "./kit-folder";

/** What is known of one exercise. */
export interface ExerciseProgress {
  readonly failedChecks: number;
  readonly hintsShown: number;
  readonly passed: boolean;
}

const progressFile = join(stateDir, "progress.json");

/** What is known of an exercise; of one that was never checked, nothing but zeros. */
export function progressOf(name: string): ExerciseProgress {
  return { failedChecks: 0, hintsShown: 0, passed: false, ...readAll()[name] };
}

/**
 * Change what is known of an exercise.
 *
 * The file is replaced as a whole, so a crash leaves the old one.
 *
 * @throws {BadInputError} When it cannot be written.
 */
export function recordProgress(name: string, change: Partial<ExerciseProgress>): void {
  const all = { ...readAll(), [name]: { ...progressOf(name), ...change } };
  const unfinished = `${progressFile}.${process.pid}`;
  try {
    mkdirSync(dirname(progressFile), { recursive: true });
    writeFileSync(unfinished, `${JSON.stringify(all, null, 2)}\n`);
    renameSync(unfinished, progressFile);
  } catch (error) {
    throw new BadInputError(
      `Your progress could not be kept in .leakloop/progress.json (${(error as NodeJS.ErrnoException).code}). leakloop needs a folder that you may write to.`,
    );
  }
}

/** A file that is missing or damaged counts as empty: it holds no more than a few numbers. */
function readAll(): Record<string, Partial<ExerciseProgress>> {
  try {
    const all: unknown = JSON.parse(readFileSync(progressFile, "utf8"));
    return typeof all === "object" && all !== null ? (all as Record<string, Partial<ExerciseProgress>>) : {};
  } catch {
    return {};
  }
}
