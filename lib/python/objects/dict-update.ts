/** Putting the entries of something into a dict. Mirrors `dict_update_common`, `dict_merge`, `PyDict_MergeFromSeq2`. */

import { decref, incref } from "../../sim/heap/refcount";
import { entryCount, fillDict, keyAt, nextEntry, valueAt } from "../../sim/objects/dict-entries";
import { dictTable, reserveKeys } from "../../sim/objects/dict-room";
import { internedStr } from "../../sim/objects/interned-str";
import { callMethod } from "../run/call";
import { clearError, errorIs, raise } from "../run/error";
import type { Machine } from "../run/machine";
import { dictSet, isDict } from "./dict-item";
import { collectItems, iterate, next, releaseItems } from "./iterate";
import type { Keywords } from "./native-type";
import { getItem } from "./subscript";
import { lookupType, typeOf } from "./type-lookup";

/** `dict.update(other)` (`DICT_UPDATE`): a dict, what has `keys()`, or pairs. false = exception set. */
export function updateDict(m: Machine, dict: number, other: number): boolean {
  if (isDict(m, other)) return mergeDict(m, dict, other);
  const keys = internedStr(m.h, "keys");
  if (lookupType(m, typeOf(m, other), keys) !== 0) return mergeMapping(m, dict, other, keys);
  return mergePairs(m, dict, other);
}

/** `dict.update(**keywords)`. false = exception set. */
export function mergeKeywords(m: Machine, dict: number, keywords: Keywords): boolean {
  for (const [name, value] of keywords ?? []) {
    if (!dictSet(m, dict, internedStr(m.h, name), value)) return false;
  }
  return true;
}

/** One resize at the start, and into an empty dict the whole table at once when it is good as it is. */
function mergeDict(m: Machine, dict: number, other: number): boolean {
  const count = entryCount(m.h, other);
  if (dict === other || count === 0) return true;
  if (m.rules.containers.dictsMerge && fillDict(m.h, dict, other)) return true;
  const used = entryCount(m.h, dict);
  const onlyStr = m.h.dicts.get(other)?.isUnicode !== false;
  const usable = m.h.dicts.has(dict) ? dictTable(m.h, dict).usable : 0;
  if (usable < count) reserveKeys(m.h, dict, used + count, onlyStr);
  for (let place = nextEntry(m.h, other, 0); place >= 0; place = nextEntry(m.h, other, place + 1)) {
    if (!mergeEntry(m, dict, keyAt(m.h, other, place), valueAt(m.h, other, place))) return false;
    if (entryCount(m.h, other) === count) continue;
    raise(m, "RuntimeError", "dict mutated during update");
    return false;
  }
  return true;
}

/** Key and value live through it. */
function mergeEntry(m: Machine, dict: number, key: number, value: number): boolean {
  incref(m.h, key);
  incref(m.h, value);
  const done = dictSet(m, dict, key, value);
  decref(m.h, key);
  decref(m.h, value);
  return done;
}

function mergeMapping(m: Machine, dict: number, other: number, keysName: number): boolean {
  const keys = callMethod(m, other, keysName, []);
  if (keys === 0) return false;
  const iterator = iterate(m, keys);
  decref(m.h, keys);
  if (iterator === 0) return false;
  let done = true;
  for (let key = next(m, iterator); key !== 0; key = done ? next(m, iterator) : 0) {
    const value = getItem(m, other, key);
    done = value !== 0 && dictSet(m, dict, key, value);
    decref(m.h, key);
    if (value !== 0) decref(m.h, value);
  }
  decref(m.h, iterator);
  return done && m.error === 0;
}

function mergePairs(m: Machine, dict: number, pairs: number): boolean {
  const iterator = iterate(m, pairs);
  if (iterator === 0) return false;
  let done = true;
  let i = 0;
  for (let pair = next(m, iterator); pair !== 0; pair = done ? next(m, iterator) : 0) {
    done = mergePair(m, dict, pair, i++);
    decref(m.h, pair);
  }
  decref(m.h, iterator);
  return done && m.error === 0;
}

/** @param i - For the message. */
function mergePair(m: Machine, dict: number, pair: number, i: number): boolean {
  const items = collectItems(m, pair);
  if (items === null) return noSequence(m, i);
  const isPair = items.length === 2;
  if (isPair) dictSet(m, dict, items[0]!, items[1]!);
  releaseItems(m, items);
  if (isPair) return m.error === 0;
  const length = `has length ${items.length}; 2 is required`;
  raise(m, "ValueError", `dictionary update sequence element #${i} ${length}`);
  return false;
}

function noSequence(m: Machine, i: number): false {
  if (!errorIs(m, "TypeError")) return false;
  clearError(m);
  raise(m, "TypeError", `cannot convert dictionary update sequence element #${i} to a sequence`);
  return false;
}
