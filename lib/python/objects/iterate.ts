/** The iteration protocol for native code. Mirrors `PyObject_GetIter`, `PyIter_Next` and `PyObject_LengthHint` in `Objects/abstract.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { clearError, errorIs, raise } from "../run/error";
import type { Machine } from "../run/machine";
import { sizeOf } from "./make-atom";
import { itemsOf } from "./make-container";
import { createSequenceIterator } from "./sequence-iterator";
import { callSpecial } from "./special-method";
import { typeName, typeOf } from "./type-lookup";

/** `iter(o)`: an iterator, owned. An object that has only `__getitem__` is asked for 0, 1, 2, ... */
export function iterate(m: Machine, o: number): number {
  const { slots } = typeOf(m, o);
  if (slots.iterate === undefined) {
    if (slots.getItem !== undefined) return createSequenceIterator(m, o);
    return raise(m, "TypeError", `'${typeName(m, o)}' object is not iterable`);
  }
  const iterator = slots.iterate(m, o);
  if (iterator === 0 || typeOf(m, iterator).slots.next !== undefined) return iterator;
  raise(m, "TypeError", `iter() returned non-iterator of type '${typeName(m, iterator)}'`);
  decref(m.h, iterator);
  return 0;
}

/** The next item, owned; 0 with `m.error` set, or 0 without: exhausted. A `StopIteration` that was raised is dropped. */
export function next(m: Machine, iterator: number): number {
  const step = typeOf(m, iterator).slots.next;
  if (step === undefined) {
    return raise(m, "TypeError", `'${typeName(m, iterator)}' object is not an iterator`);
  }
  const item = step(m, iterator);
  if (item === 0 && m.error !== 0 && errorIs(m, "StopIteration")) clearError(m);
  return item;
}

/** All items of an iterable, references owned; null = exception set, and none is held. */
export function collectItems(m: Machine, iterable: number): number[] | null {
  const type = m.h.memory[iterable + Field.TYPE];
  if (type === Static.LIST_TYPE || type === Static.TUPLE_TYPE) {
    const items = itemsOf(m, iterable);
    for (const item of items) incref(m.h, item);
    return items;
  }
  const iterator = iterate(m, iterable);
  if (iterator === 0) return null;
  // `list_extend` and `PySequence_Tuple` ask first: a `__len__` of the program sees it.
  const items = lengthHint(m, iterable, 0) < 0 ? null : collectRest(m, iterator);
  decref(m.h, iterator);
  return items;
}

/** What is left in an iterator, references owned; null = exception set, and none is held: the last one goes first. */
export function collectRest(m: Machine, iterator: number): number[] | null {
  const items: number[] = [];
  for (let item = next(m, iterator); item !== 0; item = next(m, iterator)) items.push(item);
  if (m.error === 0) return items;
  releaseItems(m, items);
  return null;
}

/** Give up references to items, the last one first, as a list does. A pending exception stays pending. */
export function releaseItems(m: Machine, items: readonly number[]): void {
  for (let i = items.length - 1; i >= 0; i--) decref(m.h, items[i]!);
}

/**
 * How many items are to be expected: `len(o)`, else what `__length_hint__` says, else `otherwise`; -1 = exception set.
 * A `TypeError` of either is dropped.
 */
export function lengthHint(m: Machine, o: number, otherwise: number): number {
  const { slots } = typeOf(m, o);
  if (slots.length !== undefined) {
    const length = slots.length(m, o);
    if (length >= 0 || !errorIs(m, "TypeError")) return length;
    clearError(m);
  }
  if (slots.lengthHint !== undefined) return slots.lengthHint(m, o);
  return ownLengthHint(m, o, otherwise);
}

/** What the program's own `__length_hint__` says. */
function ownLengthHint(m: Machine, o: number, otherwise: number): number {
  const result = callSpecial(m, o, "__length_hint__", []);
  if (result === null) return otherwise;
  if (result === 0) {
    if (!errorIs(m, "TypeError")) return -1;
    clearError(m);
    return otherwise;
  }
  const hint = result === m.notImplemented ? otherwise : sizeOf(m, result);
  decref(m.h, result);
  return hint ?? -1;
}
