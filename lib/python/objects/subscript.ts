/** `o[key]`, `len(o)` and `item in o` for native code. Mirrors `PyObject_GetItem`, `PyObject_Size`, `PySequence_Contains`. */

import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { fill } from "./fill";
import { isInt } from "./make-atom";
import { searchIn } from "./sequence-search";
import { typeName, typeOf } from "./type-lookup";

/** `o[key]`, owned. */
export function getItem(m: Machine, o: number, key: number): number {
  const { getItem: get } = typeOf(m, o).slots;
  if (get !== undefined) return get(m, o, key);
  const type = m.types.get(o);
  if (type !== undefined) return raise(m, "TypeError", fill(m.rules.texts.typeNotSubscriptable, type.name));
  return raise(m, "TypeError", `'${typeName(m, o)}' object is not subscriptable`);
}

/** `o[key] = value`, or `del o[key]` when `value` is 0. */
export function setItem(m: Machine, o: number, key: number, value: number): boolean {
  const { setItem: set } = typeOf(m, o).slots;
  if (set !== undefined) return set(m, o, key, value);
  raise(m, "TypeError", `'${typeName(m, o)}' object ${whatItLacks(m, o, key, value)}`);
  return false;
}

/** `len(o)`; -1 = exception set. */
export function lengthOf(m: Machine, o: number): number {
  const { length } = typeOf(m, o).slots;
  if (length !== undefined) return length(m, o);
  raise(m, "TypeError", `object of type '${typeName(m, o)}' has no len()`);
  return -1;
}

/** `item in container`: 1, 0, or -1 with an exception set. What has no `__contains__` is searched from its first item on. */
export function contains(m: Machine, container: number, item: number): number {
  const { contains: find } = typeOf(m, container).slots;
  return find === undefined ? search(m, container, item) : find(m, container, item);
}

/** What cannot be iterated has no items to search. */
function search(m: Machine, container: number, item: number): number {
  const { getItem: get, iterate: iter } = typeOf(m, container).slots;
  if (get !== undefined || iter !== undefined) return searchIn(m, container, item);
  raise(m, "TypeError", `argument of type '${typeName(m, container)}' is not iterable`);
  return -1;
}

/** A sequence, or an instance of a class, is asked as one when the key is an int (`PySequence_DelItem`). */
function whatItLacks(m: Machine, o: number, key: number, value: number): string {
  if (value !== 0) return "does not support item assignment";
  const { record, slots } = typeOf(m, o);
  const isSequence = record !== null || slots.getItem !== undefined || slots.contains !== undefined;
  return isSequence && isInt(m, key) ? "doesn't support item deletion" : "does not support item deletion";
}
