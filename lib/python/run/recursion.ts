/** How deep calls may nest. Mirrors `_Py_EnterRecursiveCall`, `_Py_CheckRecursiveCall`. */

import { richCompare } from "../objects/compare";
import { raise } from "./error";
import type { Machine } from "./machine";

/**
 * Loops inside of loops: Python code that native code has called, which Python code has called, and so on.
 *
 * Simplified: real CPython goes by its limit, and from 3.12 on asks how much of the C stack is left; here it is the stack
 * of the simulator itself, of which Node's default bears this many.
 */
export const MOST_NESTED: number = 150;

/** Up to 3.12 a call from native code takes so much more of the limit: the native functions in between count. */
const NATIVE_DEPTH = 2;

/** Is the depth within the limit? @returns false with an exception set. */
export function checkDepth(m: Machine): boolean {
  if (m.depth <= m.recursionLimit) return true;
  return recursionError(m);
}

/** Native code is about to run Python code. @returns false with an exception set; then there is nothing to leave. */
export function enterNested(m: Machine): boolean {
  if (m.nested >= m.mostNested) return recursionError(m);
  m.nested++;
  m.depth += nativeDepth(m);
  return true;
}

/** It has run. */
export function leaveNested(m: Machine): void {
  m.nested--;
  m.depth -= nativeDepth(m);
}

/** COMPARE_OP in a frame that has reached the limit: up to 3.10 a comparison is one call more. Owned; 0 = exception set. */
export function compareAtLimit(m: Machine, op: number, a: number, b: number): number {
  const { recursion, recursionInComparison } = m.rules.texts;
  if (recursion === recursionInComparison) return richCompare(m, op, a, b);
  return raise(m, "RecursionError", recursionInComparison);
}

/** @returns false */
export function recursionError(m: Machine): false {
  raise(m, "RecursionError", m.rules.texts.recursion);
  return false;
}

function nativeDepth(m: Machine): number {
  return m.rules.calls.nativeCallsCount ? NATIVE_DEPTH : 0;
}
