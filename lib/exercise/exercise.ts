/** An exercise is a folder `exercises/NN-name`. Nothing is registered: the folders are the list. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BadInputError } from "../bad-input";
import { BrokenExerciseError } from "./broken-exercise-error";
import { type FrontMatter, splitFrontMatter } from "./front-matter";
import { exercisesDir } from "./kit-folder";
import { nearestName } from "./nearest-name";

/** One exercise as its folder has it. */
export interface Exercise extends FrontMatter {
  /** The folder's name, as in `01-ledger`. */
  readonly name: string;
  readonly dir: string;
  /** The task in Markdown, without the front matter. */
  readonly task: string;
  /** The file that a learner edits in place. */
  readonly answerFile: string;
  readonly publicTestFile: string;
  /** Undefined in the students' copy of the kit, as are the next two. */
  readonly hiddenTestFile: string | undefined;
  readonly solutionFile: string | undefined;
  /** Wrong answers that the tests must reject, by file name. */
  readonly mistakeFiles: readonly string[];
}

/**
 * Read one exercise from its folder.
 *
 * @param name - The folder's name.
 * @param dir - The folder that holds the exercise folders.
 * @throws {BadInputError} When there is no such exercise; suggests the nearest.
 * @throws {BrokenExerciseError} When a file is missing or the front matter is not complete.
 */
export function readExercise(name: string, dir: string = exercisesDir): Exercise {
  const names = exerciseNames(dir);
  if (!names.includes(name)) throw new BadInputError(unknownExercise(name, names));
  const at = (file: string): string => join(dir, name, file);
  const required = (file: string): string => {
    if (existsSync(at(file))) return at(file);
    throw new BrokenExerciseError(`The exercise ${name} has no ${file}; it must be in exercises/${name}.`);
  };
  const optional = (file: string): string | undefined => (existsSync(at(file)) ? at(file) : undefined);
  const { matter, task } = splitFrontMatter(
    readFileSync(required("README.md"), "utf8"),
    `exercises/${name}/README.md`,
  );
  return {
    ...matter,
    name,
    dir: join(dir, name),
    task,
    answerFile: required("exercise.ts"),
    publicTestFile: required("public.test.ts"),
    hiddenTestFile: optional("hidden.test.ts"),
    solutionFile: optional("solution.ts"),
    mistakeFiles: existsSync(at("mistakes"))
      ? readdirSync(at("mistakes"))
          .filter((file) => file.endsWith(".ts"))
          .sort()
          .map((file) => join(at("mistakes"), file))
      : [],
  };
}

/**
 * Read all exercises, in the order of their numbers.
 *
 * @throws {BrokenExerciseError} When one of them is not complete.
 */
export function listExercises(dir: string = exercisesDir): readonly Exercise[] {
  return exerciseNames(dir).map((name) => readExercise(name, dir));
}

function exerciseNames(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d\d-/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

function unknownExercise(name: string, names: readonly string[]): string {
  const list =
    names.length === 0 ? "This copy of leakloop has no exercises." : `There are: ${names.join(", ")}.`;
  // "ledger" for "01-ledger" is the likeliest slip: compare without the number as well.
  const nearest =
    names.find((known) => known.replace(/^\d\d-/, "") === name.toLowerCase()) ?? nearestName(name, names);
  return `There is no exercise "${name}". ${nearest === undefined ? list : `Did you mean "${nearest}"?`}`;
}
