/** The elements of a set one by one, and from one set to another. Mirrors `set_next` and `set_merge` in `Objects/setobject.c`. */

import type { HeapState } from "../heap/heap-state";
import { Field } from "../heap/memory-map";
import { incref } from "../heap/refcount";
import { insertElement } from "./set";
import { resizeSet, setTable } from "./set-room";

/** `len(set)`. */
export function elementCount(h: HeapState, set: number): number {
  return h.sets.get(set)?.used ?? 0;
}

/** The first place with an element, from `place` on; -1 when there is none. */
export function nextPlace(h: HeapState, set: number, place: number): number {
  return h.sets.get(set)?.next(place) ?? -1;
}

/** The element at a place, borrowed. */
export function elementAt(h: HeapState, set: number, place: number): number {
  return h.memory[h.memory[set + Field.START]! + place]!;
}

/** The elements in the order of the table, borrowed. */
export function elementsOf(h: HeapState, set: number): number[] {
  const elements: number[] = [];
  for (let place = nextPlace(h, set, 0); place >= 0; place = nextPlace(h, set, place + 1)) {
    elements.push(elementAt(h, set, place));
  }
  return elements;
}

/**
 * `set.update(other)` for a set that has never had an element: nothing is compared, because the elements of the other set
 * differ. Into a table of the same size they go place by place.
 */
export function fillSet(h: HeapState, set: number, other: number): void {
  makeRoomInSet(h, set, elementCount(h, other));
  const table = setTable(h, set);
  const from = setTable(h, other);
  if (table.size === from.size && from.fill === from.used) {
    table.copy(from);
    for (const element of elementsOf(h, other)) incref(h, element);
    const start = h.memory[other + Field.START]!;
    h.memory.copyWithin(h.memory[set + Field.START]!, start, start + from.size);
    return;
  }
  for (let place = from.next(0); place >= 0; place = from.next(place + 1)) {
    const { key, hash } = from.entryAt(place);
    insertElement(h, set, elementAt(h, other, place), key, hash);
  }
}

/** So many elements are about to come. */
export function makeRoomInSet(h: HeapState, set: number, count: number): void {
  const table = setTable(h, set);
  if (table.mustGrow(count)) resizeSet(h, set, (table.used + count) * 2);
}

/** `set.difference_update` leaves no table that is for more than a quarter dummies. */
export function dropDummies(h: HeapState, set: number): void {
  const table = setTable(h, set);
  if (table.hasManyDummies) resizeSet(h, set, table.room);
}
