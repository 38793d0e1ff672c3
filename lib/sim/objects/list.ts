/** Lists: growth, and the order in which items are released. Mirrors `Objects/listobject.c`. */

import { createContainer, createRecycled, growSlots } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { decref, incref } from "../heap/refcount";
import { builtinShape } from "../heap/shape";
import { setSlot } from "../heap/slot";
import { slotsIn } from "../heap/slot-block";
import { listResize, roomOf, setRoom } from "./list-room";
import { rememberShape } from "./remembered-shape";
import { Static } from "./static-object";

/** Where the shape of an empty list is remembered. */
const SHAPE = "list";

/** `[]`. The caller owns the reference. */
export function createList(h: HeapState): number {
  return h.freeLists.takeList() ? createRecycled(h, newListShape(h)) : createContainer(h, newListShape(h));
}

/** `list()`: calling the type does not look at the free list (`PyType_GenericAlloc`). The caller owns the reference. */
export function callList(h: HeapState): number {
  return createContainer(h, newListShape(h));
}

function newListShape(h: HeapState): number {
  const known = h.builtinShapes.get(SHAPE);
  return known ?? rememberShape(h, SHAPE, listShape(h, h.profile.objects.listHeadBytes));
}

/** The shape of an empty list. @param blockBytes - 0 for one that was there before the program. */
export function listShape(h: HeapState, blockBytes: number): number {
  return builtinShape(h, {
    type: Static.LIST_TYPE,
    length: 0,
    layout: Layout.GROWABLE | Layout.BACKWARD | Layout.TRASHCAN | Layout.FREE_LIST,
    blockBytes,
    storageBytes: 0,
  });
}

/** `[a, b, ...]`: room for the items and no more (`PyList_New`). The caller owns the reference to the list. */
export function createListOf(h: HeapState, items: readonly number[]): number {
  const list = createList(h);
  placeItems(h, list, items);
  for (const item of items) incref(h, item);
  return list;
}

/** Fill a list that is still empty: the references move in, and the room is exact. */
export function placeItems(h: HeapState, list: number, owned: readonly number[]): void {
  const { length } = owned;
  if (length === 0) return;
  growSlots(h, list, length);
  h.memory.set(owned, h.memory[list + Field.START]!);
  h.memory[list + Field.LENGTH] = length;
  setRoom(h, list, length);
}

/** `list.append(item)`: the list takes a reference of its own. */
export function append(h: HeapState, list: number, item: number): void {
  incref(h, item);
  const length = h.memory[list + Field.LENGTH]!;
  if (length === slotsIn(h.memory[list + Field.LAYOUT]! & Layout.BLOCK_CLASS)) {
    growSlots(h, list, Math.max(4, length + 1));
  }
  h.memory[h.memory[list + Field.START]! + length] = item;
  h.memory[list + Field.LENGTH] = length + 1;
  if (length >= roomOf(h, list)) listResize(h, list, length, length + 1);
}

/** `list.pop()`: the reference moves to the caller; 0 when the list is empty. */
export function pop(h: HeapState, list: number): number {
  const { memory } = h;
  const length = memory[list + Field.LENGTH]!;
  if (length === 0) return 0;
  const at = memory[list + Field.START]! + length - 1;
  const item = memory[at]!;
  memory[at] = 0;
  memory[list + Field.LENGTH] = length - 1;
  listResize(h, list, length, length - 1);
  return item;
}

/** `list[i] = item`: the list takes a reference of its own. @param i - Below its length. */
export function setListItem(h: HeapState, list: number, i: number, item: number): void {
  setSlot(h, list, i, item);
}

/** `del list[i]`: those behind it move up. @param i - Below its length. */
export function deleteListItem(h: HeapState, list: number, i: number): void {
  const { memory } = h;
  const length = memory[list + Field.LENGTH]!;
  const at = memory[list + Field.START]! + i;
  const item = memory[at]!;
  memory.copyWithin(at, at + 1, at + length - i);
  memory[at + length - i - 1] = 0;
  memory[list + Field.LENGTH] = length - 1;
  listResize(h, list, length, length - 1);
  decref(h, item);
}

/**
 * `del list[from:to:step]`. A plain slice is released from its end, any other from its start (`list_ass_slice`,
 * `list_ass_subscript`).
 */
export function deleteListSlice(h: HeapState, list: number, from: number, to: number, step: number): void {
  const { memory } = h;
  const start = memory[list + Field.START]!;
  const length = memory[list + Field.LENGTH]!;
  const items = Array.from(memory.subarray(start, start + length));
  const isDeleted = (i: number): boolean => i >= from && i < to && (i - from) % step === 0;
  const kept = items.filter((_, i) => !isDeleted(i));
  const deleted = items.filter((_, i) => isDeleted(i));
  memory.set(kept, start);
  memory.fill(0, start + kept.length, start + length);
  memory[list + Field.LENGTH] = kept.length;
  listResize(h, list, length, kept.length);
  for (const item of step === 1 ? deleted.reverse() : deleted) decref(h, item);
}
