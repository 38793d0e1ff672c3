/** Dicts. Mirrors `PyDict_Type` in `Objects/dictobject.c`. */

import { decref, incref } from "../../sim/heap/refcount";
import { callDict } from "../../sim/objects/dict";
import { entryCount, keyAt, nextEntry, valueAt } from "../../sim/objects/dict-entries";
import { giveSmallTable } from "../../sim/objects/dict-room";
import { Static } from "../../sim/objects/static-object";
import { BinaryOp, CompareOp, INPLACE } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { equals } from "./compare";
import { dictContains, dictGet, getDictItem, isDict, setDictItem } from "./dict-item";
import { createDictIterator } from "./dict-iterator";
import {
  clearDict,
  copyDict,
  fromKeys,
  getMethod,
  popFromDict,
  popLastItem,
  setDefault,
  updateMethod,
} from "./dict-methods";
import { mergeKeywords, updateDict } from "./dict-update";
import { createView } from "./dict-view";
import { makeBool, makeNotImplemented } from "./make-atom";
import type { Keywords, NativeType } from "./native-type";
import { containerText, heldRepr } from "./sequence-text";

export const dictType: NativeType = {
  name: "dict",
  id: Static.DICT_TYPE,
  subclassable: true,
  slots: {
    create: createDictObject,
    init: initDict,
    repr: (m, dict) => containerText(m, dict, "{...}", reprDict),
    compare: compareDicts,
    length: (m, dict) => entryCount(m.h, dict),
    contains: dictContains,
    getItem: getDictItem,
    setItem: setDictItem,
    iterate: (m, dict) => createDictIterator(m, dict, "key"),
    binary: dictBinary,
  },
  methods: [
    { name: "__reversed__", call: (m, [dict]) => createDictIterator(m, dict!, "key", true) },
    { name: "clear", call: clearDict },
    { name: "copy", call: copyDict },
    { name: "fromkeys", kind: "class", least: 1, most: 2, call: fromKeys },
    { name: "get", least: 1, most: 2, call: getMethod },
    { name: "items", call: (m, [dict]) => createView(m, dict!, "item") },
    { name: "keys", call: (m, [dict]) => createView(m, dict!, "key") },
    { name: "pop", least: 1, most: 2, call: popFromDict },
    { name: "popitem", call: popLastItem },
    { name: "setdefault", least: 1, most: 2, call: setDefault },
    { name: "update", least: 0, most: 1, keywords: "any", call: updateMethod },
    { name: "values", call: (m, [dict]) => createView(m, dict!, "value") },
  ],
};

/** Up to 3.8, calling the type makes a dict that has a table already. */
function createDictObject(m: Machine, _type: number, args: readonly number[], keywords: Keywords): number {
  const dict = callDict(m.h);
  if (!m.h.profile.objects.dictCallsAreEmpty) giveSmallTable(m.h, dict);
  if (initDict(m, dict, args, keywords)) return dict;
  decref(m.h, dict);
  return 0;
}

/** `dict.__init__`: what is there stays. */
function initDict(m: Machine, dict: number, args: readonly number[], keywords: Keywords): boolean {
  if (args.length > 1) {
    raise(m, "TypeError", `dict expected at most 1 argument, got ${args.length}`);
    return false;
  }
  return (args.length === 0 || updateDict(m, dict, args[0]!)) && mergeKeywords(m, dict, keywords);
}

function reprDict(m: Machine, dict: number): string | null {
  const texts: string[] = [];
  for (let place = nextEntry(m.h, dict, 0); place >= 0; place = nextEntry(m.h, dict, place + 1)) {
    const key = keyAt(m.h, dict, place);
    const value = valueAt(m.h, dict, place);
    incref(m.h, value);
    const keyText = heldRepr(m, key);
    const valueText = keyText === null ? null : heldRepr(m, value);
    decref(m.h, value);
    if (valueText === null) return null;
    texts.push(`${keyText}: ${valueText}`);
  }
  return `{${texts.join(", ")}}`;
}

function compareDicts(m: Machine, op: CompareOp, a: number, b: number): number {
  const comparable = isDict(m, a) && isDict(m, b) && (op === CompareOp.EQ || op === CompareOp.NE);
  if (!comparable) return makeNotImplemented(m);
  const same = entryCount(m.h, a) === entryCount(m.h, b) ? hasSameItems(m, a, b) : 0;
  return same < 0 ? 0 : makeBool(m, (same === 1) === (op === CompareOp.EQ));
}

/** Has `b` every entry of `a`? 1, 0, or -1 with an exception set. Source: `dict_equal`. */
function hasSameItems(m: Machine, a: number, b: number): number {
  for (let place = nextEntry(m.h, a, 0); place >= 0; place = nextEntry(m.h, a, place + 1)) {
    const key = keyAt(m.h, a, place);
    const value = valueAt(m.h, a, place);
    incref(m.h, key);
    incref(m.h, value);
    const same = hasItem(m, b, key, value);
    decref(m.h, key);
    decref(m.h, value);
    if (same !== 1) return same;
  }
  return 1;
}

function hasItem(m: Machine, dict: number, key: number, value: number): number {
  const found = dictGet(m, dict, key);
  if (found === 0) return m.error === 0 ? 0 : -1;
  incref(m.h, found);
  const same = equals(m, value, found);
  decref(m.h, found);
  return same;
}

/** `a | b` and `a |= b`, from 3.9 on; the latter takes what `update` takes. Called for the type of either operand. */
function dictBinary(m: Machine, op: number, a: number, b: number): number {
  if ((op & ~INPLACE) !== BinaryOp.OR || !m.rules.containers.dictsMerge) return makeNotImplemented(m);
  if ((op & INPLACE) !== 0 && isDict(m, a)) return updated(m, a, b);
  if (!isDict(m, a) || !isDict(m, b)) return makeNotImplemented(m);
  const result = copyDict(m, [a]);
  if (updateDict(m, result, b)) return result;
  decref(m.h, result);
  return 0;
}

function updated(m: Machine, dict: number, other: number): number {
  if (!updateDict(m, dict, other)) return 0;
  incref(m.h, dict);
  return dict;
}
