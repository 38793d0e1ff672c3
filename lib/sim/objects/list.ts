/** Lists: growth, and the order in which items are released. Mirrors `Objects/listobject.c`. */

import { createContainer, growSlots } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { incref } from "../heap/refcount";
import { builtinShape, resizeStorage, shapeOf } from "../heap/shape";
import { slotsIn } from "../heap/slot-block";
import { Static } from "./static-object";

const POINTER_BYTES = 8;

/**
 * `[]`. The caller owns the reference.
 *
 * Simplified: real CPython keeps up to 80 freed lists, as many dicts and 2000 tuples of each length for reuse, and what
 * comes from there or goes there moves no counter of the collector; here every list, dict and tuple is counted.
 */
export function createList(h: HeapState): number {
  const shape = builtinShape(h, {
    type: Static.LIST_TYPE,
    length: 0,
    layout: Layout.GROWABLE | Layout.BACKWARD,
    blockBytes: h.profile.objects.listHeadBytes,
    storageBytes: 0,
  });
  return createContainer(h, shape);
}

/** `[a, b, ...]`: room for the items and no more (`PyList_New`). The caller owns the reference to the list. */
export function createListOf(h: HeapState, items: readonly number[]): number {
  const list = createList(h);
  for (const item of items) append(h, list, item);
  if (items.length > 0) resizeStorage(h, list, items.length * POINTER_BYTES);
  return list;
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
  resizeItems(h, list, length + 1);
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
  resizeItems(h, list, length - 1);
  return item;
}

/** Room for about one eighth more than asked for, in multiples of four. Source: `list_resize`. */
function resizeItems(h: HeapState, list: number, length: number): void {
  const allocated = shapeOf(h, list).storageBytes / POINTER_BYTES;
  if (allocated >= length && length >= allocated >> 1) return;
  resizeStorage(h, list, length === 0 ? 0 : ((length + (length >> 3) + 6) & ~3) * POINTER_BYTES);
}
