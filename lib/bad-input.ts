/**
 * Wrong use or bad input by the person at the keyboard, as opposed to a fault of the kit.
 *
 * The message is one or two plain sentences: what was attempted, what was expected, what was found, what to do
 * next. The command line prints it without a stack trace and exits with 2.
 */
export class BadInputError extends Error {
  override name = "BadInputError";
}
