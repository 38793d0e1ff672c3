/** The front matter of an exercise's README: what the kit has to know about the exercise. */

import { parse } from "yaml";
import { BrokenExerciseError } from "./broken-exercise-error";

/** What stands between the two `---` lines at the top of an exercise's README. */
export interface FrontMatter {
  readonly title: string;
  /** The most that the exercise can give. The points of its tests add up to this. */
  readonly points: number;
  /** How long it takes a learner who has done the notebook. */
  readonly minutes: number;
  /** The notebook that the exercise belongs to, without `.ipynb`. */
  readonly notebook: string;
  /** What the exercise teaches, in CPython's words. */
  readonly concepts: readonly string[];
  /** Exactly three, each stronger than the one before. */
  readonly hints: readonly [string, string, string];
}

/**
 * Split an exercise's README into its front matter and its task.
 *
 * @param text - The whole file.
 * @param file - Its name for messages, as in `exercises/01-ledger/README.md`.
 * @throws {BrokenExerciseError} When the front matter is missing, is not YAML, or lacks an entry.
 */
export function splitFrontMatter(
  text: string,
  file: string,
): { readonly matter: FrontMatter; readonly task: string } {
  const [, yaml, task] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  if (yaml === undefined || task === undefined)
    throw new BrokenExerciseError(
      `${file} has no front matter: it must begin with a block between two "---" lines.`,
    );
  return { matter: checked(parsed(yaml, file), file), task: task.trim() };
}

function parsed(yaml: string, file: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parse(yaml);
  } catch (error) {
    throw new BrokenExerciseError(
      `The front matter of ${file} is not YAML: ${(error as Error).message.split("\n")[0]}`,
    );
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new BrokenExerciseError(`The front matter of ${file} must be a list of "name: value" lines.`);
}

function checked(found: Record<string, unknown>, file: string): FrontMatter {
  const complain = (name: string, expected: string): never => {
    throw new BrokenExerciseError(
      `${file}: "${name}" must be ${expected}; it is ${JSON.stringify(found[name]) ?? "missing"}.`,
    );
  };
  const text = (name: string): string => {
    const value = found[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : complain(name, "some text");
  };
  const positive = (name: string): number => {
    const value = found[name];
    return typeof value === "number" && Number.isFinite(value) && value > 0
      ? value
      : complain(name, "a number above 0");
  };
  const texts = (name: string, expected: string, size?: number): string[] => {
    const value = found[name];
    if (!Array.isArray(value) || value.length === 0 || (size !== undefined && value.length !== size))
      return complain(name, expected);
    return value.map((entry) =>
      typeof entry === "string" && entry.trim() !== "" ? entry.trim() : complain(name, expected),
    );
  };
  return {
    title: text("title"),
    points: positive("points"),
    minutes: positive("minutes"),
    notebook: text("notebook"),
    concepts: texts("concepts", "a list of at least one text"),
    hints: texts("hints", "a list of exactly three texts", 3) as [string, string, string],
  };
}
