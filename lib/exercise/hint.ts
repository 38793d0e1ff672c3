/** The three hints of an exercise, one at a time. */

import { readExercise } from "./exercise";
import { progressOf, recordProgress } from "./progress";

/** The third hint is nearly the solution: it is for somebody who has tried. */
const failedChecksForThird = 2;

/** A hint, or why there is none yet. */
export interface Hint {
  readonly given: boolean;
  readonly text: string;
}

/**
 * Give the next hint, and remember that it was given. After the third, that one again.
 *
 * @param name - The exercise's name.
 * @returns `given: false` when the next hint is the third and fewer than two checks have failed.
 * @throws {BadInputError} When there is no such exercise.
 */
export function nextHint(name: string): Hint {
  const { hints } = readExercise(name);
  const { failedChecks, hintsShown } = progressOf(name);
  const number = Math.min(hintsShown + 1, hints.length);
  if (number === 3 && failedChecks < failedChecksForThird) {
    const left = failedChecksForThird - failedChecks;
    const text = `The third hint is nearly the solution. It opens after ${left === 1 ? "one more check" : "two checks"} that did not pass: npm run check ${name}`;
    return { given: false, text };
  }
  recordProgress(name, { hintsShown: number });
  return { given: true, text: `${name}, hint ${number} of 3\n\n${hints[number - 1]}` };
}

/**
 * The next hint as text, for a notebook: `hint("01-ledger")` as the last line of a cell shows it.
 *
 * @throws {BadInputError} When there is no such exercise.
 */
export function hint(name: string): string {
  return nextHint(name).text;
}
