/** One element of a set, and many from an iterable, for native code. Mirrors `set_add_key`, `set_discard_key`, `set_update_internal`. */

import { Field } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { entryCount, keyAt, nextEntry } from "../../sim/objects/dict-entries";
import { addElement, discardElement, hasElement } from "../../sim/objects/set";
import { elementCount, elementsOf, fillSet, makeRoomInSet } from "../../sim/objects/set-elements";
import { setTable } from "../../sim/objects/set-room";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { dictKey } from "./hash-object";
import { iterate, next } from "./iterate";
import { isSubtype } from "./type-lookup";

/** Is it a set, a frozenset or an instance of a subclass (`PyAnySet_Check`)? */
export function isAnySet(m: Machine, o: number): boolean {
  const type = m.h.memory[o + Field.TYPE]!;
  if (type === Static.SET_TYPE || type === Static.FROZENSET_TYPE) return true;
  return isSubtype(m, type, Static.SET_TYPE) || isSubtype(m, type, Static.FROZENSET_TYPE);
}

/** `set.add(element)`. false = exception set. */
export function addToSet(m: Machine, set: number, element: number): boolean {
  const known = dictKey(m, set, element);
  if (known === 0) return false;
  addElement(m.h, set, known);
  return true;
}

/** `element in set`: 1, 0, or -1 with an exception set. */
export function inSet(m: Machine, set: number, element: number): number {
  const known = dictKey(m, set, element);
  if (known === 0) return -1;
  return hasElement(m.h, set, known) ? 1 : 0;
}

/** `set.discard(element)`. 1 when it was there, 0, or -1 with an exception set. */
export function discardFromSet(m: Machine, set: number, element: number): number {
  const known = dictKey(m, set, element);
  if (known === 0) return -1;
  return discardElement(m.h, set, known) ? 1 : 0;
}

/** `set.update(iterable)` (`SET_UPDATE`). false = exception set; what came before it stays in the set. */
export function updateSet(m: Machine, set: number, iterable: number): boolean {
  if (isAnySet(m, iterable)) return mergeSet(m, set, iterable);
  if (m.h.memory[iterable + Field.TYPE] === Static.DICT_TYPE) return addKeys(m, set, iterable);
  const iterator = iterate(m, iterable);
  if (iterator === 0) return false;
  const done = addRest(m, set, iterator);
  decref(m.h, iterator);
  return done;
}

/** Source: `set_merge`. */
function mergeSet(m: Machine, set: number, other: number): boolean {
  const count = elementCount(m.h, other);
  if (set === other || count === 0) return true;
  if (setTable(m.h, set).fill === 0) {
    fillSet(m.h, set, other);
    return true;
  }
  makeRoomInSet(m.h, set, count);
  for (const element of elementsOf(m.h, other)) if (!addToSet(m, set, element)) return false;
  return true;
}

function addKeys(m: Machine, set: number, dict: number): boolean {
  makeRoomInSet(m.h, set, entryCount(m.h, dict));
  for (let place = nextEntry(m.h, dict, 0); place >= 0; place = nextEntry(m.h, dict, place + 1)) {
    if (!addToSet(m, set, keyAt(m.h, dict, place))) return false;
  }
  return true;
}

function addRest(m: Machine, set: number, iterator: number): boolean {
  for (let item = next(m, iterator); item !== 0; item = next(m, iterator)) {
    const added = addToSet(m, set, item);
    decref(m.h, item);
    if (!added) return false;
  }
  return m.error === 0;
}
