/** Sets and frozensets: elements in the order of their hashes. Mirrors `Objects/setobject.c`. */

import { untrackIfAtoms } from "../gc/untrack";
import { createContainer, growSlots } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { decref, incref } from "../heap/refcount";
import { builtinShape } from "../heap/shape";
import { type DictKey, hash64, keyOf } from "./hash";
import { resizeSet, setTable } from "./set-room";
import { SetTable, SMALLEST_TABLE } from "./set-table";
import { Static } from "./static-object";

/** `set()` or `frozenset()`, tracked from the start. The caller owns the reference. */
export function createSet(
  h: HeapState,
  type: Static.SET_TYPE | Static.FROZENSET_TYPE = Static.SET_TYPE,
): number {
  const shape = builtinShape(h, {
    type,
    length: 0,
    layout: Layout.GROWABLE | Layout.TRASHCAN,
    blockBytes: h.profile.objects.setBytes,
    storageBytes: 0,
  });
  const o = createContainer(h, shape);
  growSlots(h, o, SMALLEST_TABLE);
  h.memory[o + Field.LENGTH] = SMALLEST_TABLE;
  h.sets.set(o, new SetTable());
  return o;
}

/** `{a, b, ...}` or `frozenset([a, b, ...])`. The set takes a reference to each element that it does not have yet. */
export function createSetOf(
  h: HeapState,
  elements: readonly number[],
  type: Static.SET_TYPE | Static.FROZENSET_TYPE,
): number {
  const set = createSet(h, type);
  for (const element of elements) addElement(h, set, element);
  if (type === Static.FROZENSET_TYPE && !h.profile.collector.tracksAtomFrozensets)
    untrackIfAtoms(h, set, { byType: false });
  return set;
}

/** `set.add(element)`. */
export function addElement(h: HeapState, set: number, element: number): void {
  const key = keyOf(h, element);
  const hash = hash64(h, element);
  if (setTable(h, set).find(key, hash) < 0) insertElement(h, set, element, key, hash);
}

/** Put an element in that is not there yet. The set takes a reference to it. */
export function insertElement(h: HeapState, set: number, element: number, key: DictKey, hash: bigint): void {
  const table = setTable(h, set);
  const { fill } = table;
  incref(h, element);
  const at = h.memory[set + Field.START]! + table.add(key, hash);
  if (h.memory[at] !== 0) decref(h, Static.SET_DUMMY);
  h.memory[at] = element;
  if (table.fill > fill && table.mustGrow(0)) resizeSet(h, set, table.room);
}

/** `element in set`. */
export function hasElement(h: HeapState, set: number, element: number): boolean {
  return setTable(h, set).find(keyOf(h, element), hash64(h, element)) >= 0;
}

/** `set.discard(element)`. @returns whether it was there. */
export function discardElement(h: HeapState, set: number, element: number): boolean {
  const table = setTable(h, set);
  const place = table.find(keyOf(h, element), hash64(h, element));
  if (place < 0) return false;
  table.remove(place);
  const at = h.memory[set + Field.START]! + place;
  const old = h.memory[at]!;
  h.memory[at] = Static.SET_DUMMY;
  incref(h, Static.SET_DUMMY);
  decref(h, old);
  return true;
}

/** `set.pop()`: the reference moves to the caller; 0 when the set is empty. Goes on where the last call found one. */
export function popElement(h: HeapState, set: number): number {
  const table = setTable(h, set);
  if (table.used === 0) return 0;
  let place = table.next(table.finger & (table.size - 1));
  if (place < 0) place = table.next(0);
  table.remove(place);
  table.finger = place + 1;
  const at = h.memory[set + Field.START]! + place;
  const element = h.memory[at]!;
  h.memory[at] = Static.SET_DUMMY;
  incref(h, Static.SET_DUMMY);
  return element;
}
