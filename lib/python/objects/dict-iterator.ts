/** Iterators of dicts and their views, in both directions. Mirrors `dictiter_iternextkey` and its siblings in `Objects/dictobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import {
  entryCount,
  entryPlaces,
  keyAt,
  nextEntry,
  previousEntry,
  valueAt,
} from "../../sim/objects/dict-entries";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { returnSelf } from "./iterator-self";
import { clearReference, createRecord, type RecordKind } from "./native-record";
import type { NativeType } from "./native-type";
import { createResult, givePair } from "./result-tuple";

/** `di_dict`, `di_result`; behind them `di_used` (-1: the dict has changed), `di_pos`, `len`. */
const DICT: number = Field.SLOTS;
const RESULT: number = Field.SLOTS + 1;
const USED: number = Field.SLOTS + 2;
const POSITION: number = Field.SLOTS + 3;
const LEFT: number = Field.SLOTS + 4;

/** What of an entry is given. */
export type EntryPart = "key" | "value" | "item";

const KEY: RecordKind = {
  name: "dict_keyiterator",
  references: 2,
  words: 3,
  sizeBytes: () => 72,
  isContainer: true,
};

const FORWARD: Readonly<Record<EntryPart, RecordKind>> = {
  key: KEY,
  value: { ...KEY, name: "dict_valueiterator" },
  item: { ...KEY, name: "dict_itemiterator" },
};

const BACKWARD: Readonly<Record<EntryPart, RecordKind>> = {
  key: { ...KEY, name: "dict_reversekeyiterator" },
  value: { ...KEY, name: "dict_reversevalueiterator" },
  item: { ...KEY, name: "dict_reverseitemiterator" },
};

export const dictKeyIteratorType: NativeType = {
  name: "dict_keyiterator",
  slots: {
    iterate: returnSelf,
    next: (m, iterator) => nextOfDict(m, iterator, "key", false),
    lengthHint: entriesLeft,
  },
};

export const dictReverseKeyIteratorType: NativeType = {
  name: "dict_reversekeyiterator",
  slots: {
    iterate: returnSelf,
    next: (m, iterator) => nextOfDict(m, iterator, "key", true),
    lengthHint: entriesLeft,
  },
};

export const dictValueIteratorType: NativeType = {
  name: "dict_valueiterator",
  slots: {
    iterate: returnSelf,
    next: (m, iterator) => nextOfDict(m, iterator, "value", false),
    lengthHint: entriesLeft,
  },
};

export const dictReverseValueIteratorType: NativeType = {
  name: "dict_reversevalueiterator",
  slots: {
    iterate: returnSelf,
    next: (m, iterator) => nextOfDict(m, iterator, "value", true),
    lengthHint: entriesLeft,
  },
};

export const dictItemIteratorType: NativeType = {
  name: "dict_itemiterator",
  slots: {
    iterate: returnSelf,
    next: (m, iterator) => nextOfDict(m, iterator, "item", false),
    lengthHint: entriesLeft,
  },
};

export const dictReverseItemIteratorType: NativeType = {
  name: "dict_reverseitemiterator",
  slots: {
    iterate: returnSelf,
    next: (m, iterator) => nextOfDict(m, iterator, "item", true),
    lengthHint: entriesLeft,
  },
};

/** `iter(dict)`, `iter(dict.values())`, `iter(dict.items())`, and the same reversed. */
export function createDictIterator(m: Machine, dict: number, part: EntryPart, backward = false): number {
  incref(m.h, dict);
  const result = part === "item" ? createResult(m, 2) : 0;
  const iterator = createRecord(m, kindOf(part, backward), dict, result);
  const count = entryCount(m.h, dict);
  const { memory } = m.h;
  memory[iterator + USED] = memory[iterator + LEFT] = count;
  memory[iterator + POSITION] = backward ? entryPlaces(m.h, dict) - 1 : 0;
  return iterator;
}

function nextOfDict(m: Machine, iterator: number, part: EntryPart, backward: boolean): number {
  const dict = m.h.memory[iterator + DICT]!;
  if (dict === 0) return 0;
  if (m.h.memory[iterator + USED] !== entryCount(m.h, dict)) {
    m.h.memory[iterator + USED] = -1;
    return raise(m, "RuntimeError", "dictionary changed size during iteration");
  }
  const place = step(m, iterator, dict, backward);
  if (place >= 0) return give(m, iterator, dict, place, part);
  clearReference(m, iterator + DICT);
  return 0;
}

/** The place of the next entry; -1 at the end, and with an exception set. */
function step(m: Machine, iterator: number, dict: number, backward: boolean): number {
  const { memory } = m.h;
  const at = memory[iterator + POSITION]!;
  const place = backward ? previousEntry(m.h, dict, at) : nextEntry(m.h, dict, at);
  if (place < 0) return -1;
  if (memory[iterator + LEFT] === 0) {
    raise(m, "RuntimeError", "dictionary keys changed during iteration");
    return -1;
  }
  memory[iterator + POSITION] = backward ? place - 1 : place + 1;
  memory[iterator + LEFT]!--;
  return place;
}

function give(m: Machine, iterator: number, dict: number, place: number, part: EntryPart): number {
  const key = keyAt(m.h, dict, place);
  const value = valueAt(m.h, dict, place);
  if (part !== "value") incref(m.h, key);
  if (part !== "key") incref(m.h, value);
  if (part === "item") return givePair(m, m.h.memory[iterator + RESULT]!, key, value);
  return part === "key" ? key : value;
}

function entriesLeft(m: Machine, iterator: number): number {
  const { memory } = m.h;
  const dict = memory[iterator + DICT]!;
  return dict === 0 || memory[iterator + USED] !== entryCount(m.h, dict) ? 0 : memory[iterator + LEFT]!;
}

function kindOf(part: EntryPart, backward: boolean): RecordKind {
  return (backward ? BACKWARD : FORWARD)[part];
}
