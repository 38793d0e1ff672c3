/** Native code that calls itself through objects: comparisons and reprs of nested containers. Mirrors `Py_EnterRecursiveCall`. */

import { raise } from "../run/error";
import type { Machine } from "../run/machine";

/** Native calls and loops inside of each other: the stack of the simulator itself reaches no deeper. */
const MOST_NESTED = 400;

/**
 * Count one more call; {@link leaveRecursiveCall} follows. RecursionError when there are too many.
 *
 * Simplified: CPython counts them like calls of the program up to 3.12 and asks for the C stack later: it reaches 1,000
 * nested lists and more, 330 calls of `__repr__` and more; this simulator 400 and 200.
 *
 * @param message - Of the RecursionError.
 * @returns false with an exception set; then there is nothing to leave.
 */
export function enterRecursiveCall(m: Machine, message: string): boolean {
  if (m.nested >= Math.min(m.recursionLimit, MOST_NESTED)) {
    raise(m, "RecursionError", message);
    return false;
  }
  m.nested++;
  return true;
}

/** The call is over. */
export function leaveRecursiveCall(m: Machine): void {
  m.nested--;
}
