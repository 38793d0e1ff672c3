/** Sets and frozensets: elements in the order of their hashes. Mirrors `Objects/setobject.c`. */

import { untrackIfAtoms } from "../gc/untrack";
import { createContainer, growSlots } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { decref, incref } from "../heap/refcount";
import { builtinShape, resizeStorage } from "../heap/shape";
import { hash64, keyOf } from "./hash";
import { SetTable, SMALLEST_TABLE } from "./set-table";
import { Static } from "./static-object";

/** `sizeof(setentry)`. */
const ENTRY_BYTES = 16;

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
  growTo(h, o, SMALLEST_TABLE);
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
  const table = tableOf(h, set);
  const key = keyOf(h, element);
  const hash = hash64(h, element);
  if (table.find(key, hash) >= 0) return;
  incref(h, element);
  h.memory[h.memory[set + Field.START]! + table.add(key, hash)] = element;
  if (table.mustGrow) moveTo(h, set, table);
}

/** `element in set`. */
export function hasElement(h: HeapState, set: number, element: number): boolean {
  return tableOf(h, set).find(keyOf(h, element), hash64(h, element)) >= 0;
}

/** `set.discard(element)`. @returns whether it was there. */
export function discardElement(h: HeapState, set: number, element: number): boolean {
  const table = tableOf(h, set);
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

/** A set that was cleared has no table; it gets a small one. */
function tableOf(h: HeapState, set: number): SetTable {
  const known = h.sets.get(set);
  if (known !== undefined) return known;
  const table = new SetTable();
  h.sets.set(set, table);
  growTo(h, set, SMALLEST_TABLE);
  return table;
}

/** A larger table: the elements move, the dummies are gone. */
function moveTo(h: HeapState, set: number, table: SetTable): void {
  const start = h.memory[set + Field.START]!;
  const old = h.memory.slice(start, start + h.memory[set + Field.LENGTH]!);
  const places = table.grow();
  h.memory.fill(0, start, start + old.length);
  growTo(h, set, table.size);
  const to = h.memory[set + Field.START]!;
  old.forEach((element, place) => {
    if (places[place]! >= 0) h.memory[to + places[place]!] = element;
    else if (element !== 0) decref(h, element);
  });
}

function growTo(h: HeapState, set: number, places: number): void {
  growSlots(h, set, places);
  h.memory[set + Field.LENGTH] = places;
  if (places > SMALLEST_TABLE) resizeStorage(h, set, places * ENTRY_BYTES);
}
