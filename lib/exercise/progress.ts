/** What the kit remembers of a learner's way through the exercises: `.leakloop/progress.json`. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BadInputError } from "../bad-input";
import { fileFault } from "../file-fault";
import { writeAtomically } from "../write-atomically";
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
 * @throws {BadInputError} When it cannot be written.
 */
export function recordProgress(name: string, change: Partial<ExerciseProgress>): void {
  const all = { ...readAll(), [name]: { ...progressOf(name), ...change } };
  try {
    writeAtomically(progressFile, `${JSON.stringify(all, null, 2)}\n`);
  } catch (error) {
    throw new BadInputError(
      `Your progress could not be kept in .leakloop/progress.json (${fileFault(error)}). leakloop needs a folder that you may write to.`,
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
