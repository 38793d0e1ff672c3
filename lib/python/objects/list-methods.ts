/** The methods of lists. Mirrors `Objects/listobject.c`: `list_append`, `list_insert`, `list_pop`, ... */

import { clear } from "../../sim/heap/clear";
import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { append, pop } from "../../sim/objects/list";
import { insertItem, replaceSlice, reverseItems } from "../../sim/objects/list-slice";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { equalsItem } from "./item-equality";
import { extendList } from "./list-extend";
import { makeNone, sizeOf } from "./make-atom";
import { itemsOf, makeList } from "./make-container";
import type { Keywords } from "./native-type";
import { sortList } from "./sort";
import { isTrue } from "./truth";

/** `list.append(item)`. */
export function appendToList(m: Machine, [list, item]: readonly number[]): number {
  append(m.h, list!, item!);
  return makeNone(m);
}

/** The list is empty before the first item goes, the last one first. */
export function clearList(m: Machine, [list]: readonly number[]): number {
  clear(m.h, list!);
  return makeNone(m);
}

/** `list.copy()`. */
export function copyList(m: Machine, [list]: readonly number[]): number {
  const items = itemsOf(m, list!);
  for (const item of items) incref(m.h, item);
  return makeList(m, items);
}

/** `list.extend(iterable)`. */
export function extendMethod(m: Machine, [list, iterable]: readonly number[]): number {
  return extendList(m, list!, iterable!) ? makeNone(m) : 0;
}

/** `list.insert(index, item)`: an index beyond either end means that end. */
export function insertInList(m: Machine, [list, index, item]: readonly number[]): number {
  const given = sizeOf(m, index!);
  if (given === null) return 0;
  const length = m.h.memory[list! + Field.LENGTH]!;
  const at = given < 0 ? Math.max(0, given + length) : Math.min(given, length);
  incref(m.h, item!);
  insertItem(m.h, list!, at, item!);
  return makeNone(m);
}

/** `list.pop(index)`. */
export function popFromList(m: Machine, [list, index]: readonly number[]): number {
  const given = index === undefined ? -1 : sizeOf(m, index);
  if (given === null) return 0;
  const length = m.h.memory[list! + Field.LENGTH]!;
  if (length === 0) return raise(m, "IndexError", "pop from empty list");
  const at = given < 0 ? given + length : given;
  if (at < 0 || at >= length) return raise(m, "IndexError", "pop index out of range");
  if (at === length - 1) return pop(m.h, list!);
  const item = itemAt(m, list!, at);
  incref(m.h, item);
  replaceSlice(m.h, list!, at, at + 1, []);
  return item;
}

/** The first item that is equal. */
export function removeFromList(m: Machine, [list, needle]: readonly number[]): number {
  for (let i = 0; i < m.h.memory[list! + Field.LENGTH]!; i++) {
    const same = equalsItem(m, itemAt(m, list!, i), needle!);
    if (same < 0) return 0;
    if (same === 0) continue;
    if (i < m.h.memory[list! + Field.LENGTH]!) replaceSlice(m.h, list!, i, i + 1, []);
    return makeNone(m);
  }
  return raise(m, "ValueError", "list.remove(x): x not in list");
}

/** `list.reverse()`. */
export function reverseList(m: Machine, [list]: readonly number[]): number {
  reverseItems(m.h, list!);
  return makeNone(m);
}

/** `list.sort(*, key, reverse)`. */
export function sortMethod(m: Machine, [list, ...others]: readonly number[], keywords: Keywords): number {
  if (others.length > 0) return raise(m, "TypeError", "sort() takes no positional arguments");
  const key = keywords?.get("key") ?? Static.NONE;
  const reverse = isTrue(m, keywords?.get("reverse") ?? Static.FALSE);
  if (reverse < 0) return 0;
  return sortList(m, list!, key === Static.NONE ? 0 : key, reverse === 1) ? makeNone(m) : 0;
}

function itemAt({ h: { memory } }: Machine, list: number, i: number): number {
  return memory[memory[list + Field.START]! + i]!;
}
