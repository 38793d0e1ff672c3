/** Adding the items of an iterable to a list. Mirrors `list_extend` in `Objects/listobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { append } from "../../sim/objects/list";
import { listResize, preallocate, roomOf } from "../../sim/objects/list-room";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { iterate, lengthHint, next } from "./iterate";
import { itemsOf } from "./make-container";
import { typeOf } from "./type-lookup";

/** What is expected of an iterator that does not tell. */
const UNKNOWN_LENGTH = 8;

/** `list.extend(iterable)` (`LIST_EXTEND`). false = exception set; what came before it stays in the list. */
export function extendList(m: Machine, list: number, iterable: number): boolean {
  const type = m.h.memory[iterable + Field.TYPE];
  if (type === Static.LIST_TYPE || type === Static.TUPLE_TYPE) {
    extendWith(m, list, itemsOf(m, iterable));
    return true;
  }
  const iterator = iterate(m, iterable);
  if (iterator === 0) return false;
  const done = extendFromIterator(m, list, iterable, iterator);
  decref(m.h, iterator);
  return done;
}

/** `list += items`, borrowed. */
export function extendWith(m: Machine, list: number, items: readonly number[]): void {
  const length = m.h.memory[list + Field.LENGTH]!;
  if (items.length === 0) return;
  makeRoom(m, list, length, items.length);
  for (const item of items) append(m.h, list, item);
}

/** At the end the room shrinks again, when the guess was too large. */
function extendFromIterator(m: Machine, list: number, iterable: number, iterator: number): boolean {
  const hint = lengthHint(m, iterable, UNKNOWN_LENGTH);
  if (hint < 0) return false;
  const length = m.h.memory[list + Field.LENGTH]!;
  if (hint > 0) makeRoomFor(m, list, iterable, length, hint);
  for (let item = next(m, iterator); item !== 0; item = next(m, iterator)) {
    append(m.h, list, item);
    decref(m.h, item);
  }
  if (m.error !== 0) return false;
  const grown = m.h.memory[list + Field.LENGTH]!;
  if (grown < roomOf(m.h, list)) listResize(m.h, list, grown, grown);
  return true;
}

/** From 3.13 on, sets, dicts and their views are no iterables like others: the room is that of a list that grows. */
function makeRoomFor(m: Machine, list: number, iterable: number, length: number, count: number): void {
  const { name } = typeOf(m, iterable).native;
  const isOther = m.h.profile.objects.listOfSetIsExact || !GROWING.has(name);
  if (isOther) makeRoom(m, list, length, count);
  else listResize(m.h, list, length, length + count);
}

const GROWING: ReadonlySet<string> = new Set([
  "set",
  "frozenset",
  "dict",
  "dict_keys",
  "dict_values",
  "dict_items",
]);

/** An empty list gets room for just these, from 3.9 on. */
function makeRoom(m: Machine, list: number, length: number, count: number): void {
  if (roomOf(m.h, list) === 0 && m.h.profile.objects.listRoomInFours) preallocate(m.h, list, count);
  else listResize(m.h, list, length, length + count);
}
