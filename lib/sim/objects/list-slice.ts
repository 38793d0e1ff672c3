/** Changes in the middle of a list. Mirrors `ins1`, `list_ass_slice` and `list_ass_subscript` in `Objects/listobject.c`. */

import { growSlots } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { decref } from "../heap/refcount";
import { slotsIn } from "../heap/slot-block";
import { listResize } from "./list-room";

/** The items of a list or tuple, borrowed. */
export function itemsOf(h: HeapState, sequence: number): number[] {
  const start = h.memory[sequence + Field.START]!;
  return Array.from(h.memory.subarray(start, start + h.memory[sequence + Field.LENGTH]!));
}

/** `list.insert(i, item)`: the reference moves in. @param i - At most its length. */
export function insertItem(h: HeapState, list: number, i: number, owned: number): void {
  const length = h.memory[list + Field.LENGTH]!;
  reserveItems(h, list, length + 1);
  listResize(h, list, length, length + 1);
  const { memory } = h;
  const at = memory[list + Field.START]! + i;
  memory.copyWithin(at + 1, at, at + length - i);
  memory[at] = owned;
  memory[list + Field.LENGTH] = length + 1;
}

/**
 * `list[from:to] = owned`: the references move in. What was there is released when all is in place, the last item first.
 *
 * @param to - Not before `from`, and at most the length.
 */
export function replaceSlice(
  h: HeapState,
  list: number,
  from: number,
  to: number,
  owned: readonly number[],
): void {
  const start = h.memory[list + Field.START]!;
  const replaced = Array.from(h.memory.subarray(start + from, start + to));
  const length = h.memory[list + Field.LENGTH]!;
  moveTail(h, list, to, from + owned.length);
  h.memory.set(owned, h.memory[list + Field.START]! + from);
  listResize(h, list, length, h.memory[list + Field.LENGTH]!);
  for (let i = replaced.length - 1; i >= 0; i--) decref(h, replaced[i]!);
}

/** `list[from], list[from + step], ... = owned`, as many as there are: the references move in. The first one goes first. */
export function replaceItems(
  h: HeapState,
  list: number,
  from: number,
  step: number,
  owned: readonly number[],
): void {
  const { memory } = h;
  const first = memory[list + Field.START]! + from;
  const replaced = owned.map((item, i) => {
    const old = memory[first + i * step]!;
    memory[first + i * step] = item;
    return old;
  });
  for (const item of replaced) decref(h, item);
}

/** `list.reverse()`. */
export function reverseItems(h: HeapState, list: number): void {
  const start = h.memory[list + Field.START]!;
  h.memory.subarray(start, start + h.memory[list + Field.LENGTH]!).reverse();
}

/** The items from `from` on move to `to`; the list's length follows. What is between is the caller's to fill. */
function moveTail(h: HeapState, list: number, from: number, to: number): void {
  const length = h.memory[list + Field.LENGTH]!;
  const newLength = length + to - from;
  reserveItems(h, list, newLength);
  const { memory } = h;
  const start = memory[list + Field.START]!;
  memory.copyWithin(start + to, start + from, start + length);
  if (newLength < length) memory.fill(0, start + newLength, start + length);
  memory[list + Field.LENGTH] = newLength;
}

/** Slots for so many items, filled or not. */
function reserveItems(h: HeapState, list: number, length: number): void {
  const slots = slotsIn(h.memory[list + Field.LAYOUT]! & Layout.BLOCK_CLASS);
  if (length > slots) growSlots(h, list, Math.max(4, length));
}
