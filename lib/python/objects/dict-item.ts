/** One key of a dict, for native code. Mirrors `PyDict_GetItemWithError`, `PyDict_SetItem`, `PyDict_DelItem`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { deleteItem, item, setItem } from "../../sim/objects/dict";
import { Static } from "../../sim/objects/static-object";
import { raiseWith } from "../run/error";
import type { Machine } from "../run/machine";
import { dictKey } from "./hash-object";
import { callSpecial } from "./special-method";
import { isSubtype, typeOf } from "./type-lookup";

/** Is it a dict or an instance of a subclass (`PyDict_Check`)? */
export function isDict(m: Machine, o: number): boolean {
  const type = m.h.memory[o + Field.TYPE]!;
  return type === Static.DICT_TYPE || isSubtype(m, type, Static.DICT_TYPE);
}

/** `d[key]`, borrowed; 0 with `m.error` set, or 0 without: there is no such key. */
export function dictGet(m: Machine, dict: number, key: number): number {
  const known = dictKey(m, dict, key);
  return known === 0 ? 0 : item(m.h, dict, known);
}

/** `d[key] = value`: the dict takes references of its own. false = exception set. */
export function dictSet(m: Machine, dict: number, key: number, value: number): boolean {
  const known = dictKey(m, dict, key);
  if (known === 0) return false;
  setItem(m.h, dict, known, value);
  return true;
}

/** `key in d`: 1, 0, or -1 with an exception set. */
export function dictContains(m: Machine, dict: number, key: number): number {
  if (dictGet(m, dict, key) !== 0) return 1;
  return m.error === 0 ? 0 : -1;
}

/** `d[key]`, owned: what is not there, `__missing__` of a subclass is asked for. */
export function getDictItem(m: Machine, dict: number, key: number): number {
  const value = dictGet(m, dict, key);
  if (value !== 0) {
    incref(m.h, value);
    return value;
  }
  if (m.error !== 0) return 0;
  const missing = typeOf(m, dict).record === null ? null : callSpecial(m, dict, "__missing__", [key]);
  return missing ?? raiseWith(m, "KeyError", [key]);
}

/** `d[key] = value`, or `del d[key]` when `value` is 0. */
export function setDictItem(m: Machine, dict: number, key: number, value: number): boolean {
  if (value !== 0) return dictSet(m, dict, key, value);
  const known = dictKey(m, dict, key);
  if (known === 0) return false;
  if (!deleteItem(m.h, dict, known)) raiseWith(m, "KeyError", [key]);
  return m.error === 0;
}
