/** Options whose value is a number. */

import { BadInputError } from "../bad-input";

/**
 * Read a whole number above 0, in digits.
 *
 * @param option - As it is typed, for the message: `--turns`.
 * @param example - A value that would do.
 * @throws {BadInputError} When it is none.
 */
export function wholeNumber(option: string, text: string, example: number): number {
  if (/^\d+$/.test(text) && Number(text) > 0 && Number.isSafeInteger(Number(text))) return Number(text);
  throw new BadInputError(
    `${option} must be a whole number above 0, for example ${example}; found "${text}".`,
  );
}

/**
 * Read a number above 0.
 *
 * @throws {BadInputError} When it is none.
 */
export function numberAboveZero(option: string, text: string, example: number): number {
  if (Number.isFinite(Number(text)) && Number(text) > 0) return Number(text);
  throw new BadInputError(`${option} must be a number above 0, for example ${example}; found "${text}".`);
}
