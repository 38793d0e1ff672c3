/** The methods of dicts. Mirrors `Objects/dictobject.c`: `dict_get`, `dict_pop`, `dict_setdefault`, ... */

import { clear } from "../../sim/heap/clear";
import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { setItem } from "../../sim/objects/dict";
import { copyEntries, entryCount, takeItem, takeLast } from "../../sim/objects/dict-entries";
import { reserveKeys } from "../../sim/objects/dict-room";
import { elementCount } from "../../sim/objects/set-elements";
import { Static } from "../../sim/objects/static-object";
import { call } from "../run/call";
import { raise, raiseWith } from "../run/error";
import type { Machine } from "../run/machine";
import { dictGet } from "./dict-item";
import { mergeKeywords, updateDict } from "./dict-update";
import { dictKey } from "./hash-object";
import { iterate, next } from "./iterate";
import { makeNone } from "./make-atom";
import { makeDict, makeTuple } from "./make-container";
import type { Keywords } from "./native-type";
import { setItem as setSubscript } from "./subscript";

/** The dict is empty before the first key goes, then its value. */
export function clearDict(m: Machine, [dict]: readonly number[]): number {
  clear(m.h, dict!);
  return makeNone(m);
}

/** `dict.copy()`: the table as it is, when most of its places are in use. */
export function copyDict(m: Machine, [dict]: readonly number[]): number {
  const copy = makeDict(m);
  if (copyEntries(m.h, copy, dict!) || updateDict(m, copy, dict!)) return copy;
  decref(m.h, copy);
  return 0;
}

/** `dict.fromkeys(keys, value)`: of a set or dict, room is made at the start. */
export function fromKeys(m: Machine, [cls, keys, value = Static.NONE]: readonly number[]): number {
  const dict = call(m, cls!, []);
  if (dict === 0) return 0;
  if (m.h.memory[dict + Field.TYPE] === Static.DICT_TYPE) reserveFor(m, dict, keys!);
  if (setEach(m, dict, keys!, value)) return dict;
  decref(m.h, dict);
  return 0;
}

/** `dict.get(key, otherwise)`. */
export function getMethod(m: Machine, [dict, key, otherwise = Static.NONE]: readonly number[]): number {
  const value = dictGet(m, dict!, key!);
  if (value === 0 && m.error !== 0) return 0;
  const result = value === 0 ? otherwise : value;
  incref(m.h, result);
  return result;
}

/** `dict.pop(key, otherwise)`. */
export function popFromDict(m: Machine, [dict, key, otherwise]: readonly number[]): number {
  const known = entryCount(m.h, dict!) === 0 ? key! : dictKey(m, dict!, key!);
  if (known === 0) return 0;
  const value = takeItem(m.h, dict!, known);
  if (value !== 0) return value;
  if (otherwise === undefined) return raiseWith(m, "KeyError", [key!]);
  incref(m.h, otherwise);
  return otherwise;
}

/** The last entry that was put in. */
export function popLastItem(m: Machine, [dict]: readonly number[]): number {
  if (entryCount(m.h, dict!) === 0) return raise(m, "KeyError", "popitem(): dictionary is empty");
  return makeTuple(m, takeLast(m.h, dict!));
}

/** `dict.setdefault(key, otherwise)`. */
export function setDefault(m: Machine, [dict, key, otherwise = Static.NONE]: readonly number[]): number {
  const known = dictKey(m, dict!, key!);
  if (known === 0) return 0;
  const value = dictGet(m, dict!, known);
  if (value === 0 && m.error !== 0) return 0;
  if (value === 0) setItem(m.h, dict!, known, otherwise);
  const result = value === 0 ? otherwise : value;
  incref(m.h, result);
  return result;
}

/** `dict.update(other, **keywords)`. */
export function updateMethod(m: Machine, [dict, other]: readonly number[], keywords: Keywords): number {
  const done = other === undefined || updateDict(m, dict!, other);
  return done && mergeKeywords(m, dict!, keywords) ? makeNone(m) : 0;
}

function reserveFor(m: Machine, dict: number, keys: number): void {
  const type = m.h.memory[keys + Field.TYPE];
  if (type === Static.DICT_TYPE)
    reserveKeys(m.h, dict, entryCount(m.h, keys), m.h.dicts.get(keys)?.isUnicode !== false);
  else if (type === Static.SET_TYPE || type === Static.FROZENSET_TYPE)
    reserveKeys(m.h, dict, elementCount(m.h, keys), false);
}

function setEach(m: Machine, dict: number, keys: number, value: number): boolean {
  const iterator = iterate(m, keys);
  if (iterator === 0) return false;
  let done = true;
  for (let key = next(m, iterator); key !== 0; key = done ? next(m, iterator) : 0) {
    done = setSubscript(m, dict, key, value);
    decref(m.h, key);
  }
  decref(m.h, iterator);
  return done && m.error === 0;
}
