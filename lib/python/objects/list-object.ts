/** Lists. Mirrors `PyList_Type` in `Objects/listobject.c`. */

import { clear } from "../../sim/heap/clear";
import { Field } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { callList } from "../../sim/objects/list";
import { preallocate } from "../../sim/objects/list-room";
import { Static } from "../../sim/objects/static-object";
import type { CompareOp } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { extendList } from "./list-extend";
import { createListIterator, createListReverseIterator } from "./list-iterator";
import {
  appendToList,
  clearList,
  copyList,
  extendMethod,
  insertInList,
  popFromList,
  removeFromList,
  reverseList,
  sortMethod,
} from "./list-methods";
import { listBinary } from "./list-operators";
import { getListItem, setListItems } from "./list-subscript";
import { makeNotImplemented } from "./make-atom";
import type { Keywords, NativeType } from "./native-type";
import { compareSequences } from "./sequence-compare";
import { countInSequence, indexInSequence, sequenceContains } from "./sequence-methods";
import { containerText, itemTexts } from "./sequence-text";
import { isSubtype, typeOf } from "./type-lookup";

export const listType: NativeType = {
  name: "list",
  id: Static.LIST_TYPE,
  subclassable: true,
  slots: {
    create: createListObject,
    init: initList,
    repr: (m, list) => containerText(m, list, "[...]", reprList),
    compare: compareLists,
    length: (m, list) => m.h.memory[list + Field.LENGTH]!,
    contains: sequenceContains,
    getItem: getListItem,
    setItem: setListItems,
    iterate: createListIterator,
    binary: listBinary,
  },
  methods: [
    { name: "__reversed__", call: (m, [list]) => createListReverseIterator(m, list!) },
    { name: "append", least: 1, call: appendToList },
    { name: "clear", call: clearList },
    { name: "copy", call: copyList },
    { name: "count", least: 1, call: countInSequence },
    { name: "extend", least: 1, call: extendMethod },
    { name: "index", least: 1, most: 3, call: (m, args) => indexInSequence(m, args, "list") },
    { name: "insert", least: 2, call: insertInList },
    { name: "pop", least: 0, most: 1, call: popFromList },
    { name: "remove", least: 1, call: removeFromList },
    { name: "reverse", call: reverseList },
    { name: "sort", most: Number.POSITIVE_INFINITY, keywords: ["key", "reverse"], call: sortMethod },
  ],
};

/** Is it a list or an instance of a subclass (`PyList_Check`)? */
export function isList(m: Machine, o: number): boolean {
  const type = m.h.memory[o + Field.TYPE]!;
  return type === Static.LIST_TYPE || isSubtype(m, type, Static.LIST_TYPE);
}

function createListObject(m: Machine, _type: number, args: readonly number[], keywords: Keywords): number {
  const list = callList(m.h);
  if (initList(m, list, args, keywords)) return list;
  decref(m.h, list);
  return 0;
}

/** `list.__init__`: what is there goes first. */
function initList(m: Machine, list: number, args: readonly number[], keywords: Keywords): boolean {
  if (keywords !== null && keywords.size > 0 && m.h.memory[list + Field.TYPE] === Static.LIST_TYPE) {
    raise(m, "TypeError", "list() takes no keyword arguments");
    return false;
  }
  if (args.length > 1) {
    raise(m, "TypeError", `list expected at most 1 argument, got ${args.length}`);
    return false;
  }
  if (m.h.memory[list + Field.LENGTH]! > 0) clear(m.h, list);
  return args.length === 0 || fillList(m, list, args[0]!);
}

/** Up to 3.8 the room is made for the length that the iterable tells, and for no more. */
function fillList(m: Machine, list: number, iterable: number): boolean {
  const { length } = typeOf(m, iterable).slots;
  if (!m.h.profile.objects.listRoomInFours && length !== undefined) {
    const count = length(m, iterable);
    if (count < 0) return false;
    if (count > 0) preallocate(m.h, list, count);
  }
  return extendList(m, list, iterable);
}

function reprList(m: Machine, list: number): string | null {
  const texts = itemTexts(m, list);
  return texts === null ? null : `[${texts.join(", ")}]`;
}

function compareLists(m: Machine, op: CompareOp, a: number, b: number): number {
  return isList(m, a) && isList(m, b) ? compareSequences(m, op, a, b) : makeNotImplemented(m);
}
