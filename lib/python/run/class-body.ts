/** The body of a class statement, as `__build_class__` runs it. */

import { callFunction } from "./call";
import type { Machine } from "./machine";

/**
 * Run the body of a class with its namespace.
 *
 * @param func - The function that the compiler has made of the body, borrowed.
 * @param namespace - A dict, borrowed, in which the names are stored.
 * @returns what the body returns, owned: the cell of `__class__`, or None; 0 = exception set.
 */
export function runClassBody(m: Machine, func: number, namespace: number): number {
  return callFunction(m, func, [], null, namespace);
}
