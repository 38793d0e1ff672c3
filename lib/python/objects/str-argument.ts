/** What the methods of str take and give. Mirrors `_PyEval_SliceIndex`, `unicode_result_unchanged`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { clearError, errorIs, raise } from "../run/error";
import type { Machine } from "../run/machine";
import { isStr, makeNewStr, makeStr, sizeOf, textOf } from "./make-atom";
import { typeName } from "./type-lookup";

/** A str for the result of a method, owned: the object itself, when the text is still its own. */
export function strResult(m: Machine, self: number, text: string): number {
  if (m.h.memory[self + Field.TYPE] !== Static.STR_TYPE || text !== textOf(m, self)) return makeStr(m, text);
  incref(m.h, self);
  return self;
}

/** The same, but a changed text is a new str even when it is one character. */
export function newStrResult(m: Machine, self: number, text: string): number {
  return text === textOf(m, self) ? strResult(m, self, text) : makeNewStr(m, text);
}

/** The text of an argument that must be a str; null with TypeError set. @param complaint - For another type, whose name it gets. */
export function strArgument(m: Machine, o: number, complaint: (type: string) => string): string | null {
  if (isStr(m, o)) return textOf(m, o);
  raise(m, "TypeError", complaint(typeName(m, o)));
  return null;
}

/** The same with the words of most methods: `replace() argument 1 must be str, not int`. */
export function numberedStr(m: Machine, method: string, position: number, o: number): string | null {
  return strArgument(m, o, (type) => `${method}() argument ${position} must be str, not ${type}`);
}

/**
 * The arguments `start` and `stop` of a search, adjusted to the length; null with an exception set.
 *
 * @param start - 0 = not given; the same for `stop`.
 */
export function searchBounds(
  m: Machine,
  start: number,
  stop: number,
  length: number,
): readonly [start: number, stop: number] | null {
  const from = searchBound(m, start, 0);
  const to = from === null ? null : searchBound(m, stop, length);
  if (from === null || to === null) return null;
  // A start beyond the end stays there: nothing is found, not even the empty str.
  const first = from < 0 ? Math.max(0, from + length) : from;
  return [first, Math.min(to < 0 ? Math.max(0, to + length) : to, length)];
}

function searchBound(m: Machine, o: number, absent: number): number | null {
  if (o === 0 || o === Static.NONE) return absent;
  const value = sizeOf(m, o, null);
  if (value !== null || !errorIs(m, "TypeError")) return value;
  clearError(m);
  raise(m, "TypeError", "slice indices must be integers or None or have an __index__ method");
  return null;
}
