/** The flags of a grade: what a person should look at, one plain word each. */

/** Every flag with the sentence that explains it. The order is the order of flags in a row of grades.csv. */
export const flagMeanings = {
  timeout: "A test, or loading the answer, took longer than the limit and was stopped.",
  memory: "The answer used more memory than it may.",
  exited: "The answer ended the process that it ran in.",
  "load-error": "The answer could not be loaded: a syntax error, or something thrown at import.",
  missing: "No answer was handed in for an exercise.",
  "not-attempted": "The answer is the untouched starter.",
  rejected:
    "A file could not be used: not UTF-8, too large, a broken notebook or a kind of file that is not graded.",
  "several-answers": "An exercise was answered more than once; the first by the documented order was graded.",
  "several-entries": "Several folders or files belong to this student; together they make one row.",
  symlink: "A symbolic link was found and not followed.",
  skipped: "Some of the handed-in files were not looked at: too many, nested too deeply or not readable.",
  "unknown-student": "The student is not in the roster.",
} as const;

/** One flag. */
export type Flag = keyof typeof flagMeanings;

/** A flag with what was found, in one sentence for a person. */
export interface Note {
  readonly flag: Flag;
  readonly message: string;
}

const order = Object.keys(flagMeanings) as readonly Flag[];

/**
 * Put flags into their fixed order, each once.
 *
 * @example
 * sortFlags(["symlink", "timeout", "symlink"]); // ["timeout", "symlink"]
 */
export function sortFlags(flags: Iterable<Flag>): Flag[] {
  const present = new Set(flags);
  return order.filter((flag) => present.has(flag));
}
