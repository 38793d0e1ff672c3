/** Lists, tuples, dicts and sets from native code. The result is owned by the caller. */

import { createDict } from "../../sim/objects/dict";
import { presize } from "../../sim/objects/dict-room";
import { createList, placeItems } from "../../sim/objects/list";
import { itemsOf as borrowedItems } from "../../sim/objects/list-slice";
import { createSet } from "../../sim/objects/set";
import { Static } from "../../sim/objects/static-object";
import { createTupleOf } from "../../sim/objects/tuple";
import type { Machine } from "../run/machine";

/** `[a, b, ...]` with room for these items and no more: the references move in (`BUILD_LIST`, `PyList_New`). */
export function makeList(m: Machine, owned: readonly number[]): number {
  const list = createList(m.h);
  placeItems(m.h, list, owned);
  return list;
}

/** `(a, b, ...)`: the references move in (`BUILD_TUPLE`, `PyTuple_New`). */
export function makeTuple(m: Machine, owned: readonly number[]): number {
  return createTupleOf(m.h, owned);
}

/**
 * `{}` (`PyDict_New`, `_PyDict_NewPresized`).
 *
 * @param entries - How many keys are about to come, as `BUILD_MAP` knows.
 * @param onlyStr - All of them are str.
 */
export function makeDict(m: Machine, entries = 0, onlyStr = false): number {
  const dict = createDict(m.h);
  presize(m.h, dict, entries, onlyStr);
  return dict;
}

/** `set()` or `frozenset()`. */
export function makeSet(m: Machine, type: Static.SET_TYPE | Static.FROZENSET_TYPE = Static.SET_TYPE): number {
  return createSet(m.h, type);
}

/** The items of a list or tuple, borrowed: of those that are used across other code, take references. */
export function itemsOf(m: Machine, sequence: number): number[] {
  return borrowedItems(m.h, sequence);
}
