/** Stores that keep the counts exact: the new reference is taken before the old one is given up. */

import type { HeapState } from "./heap-state";
import { Field } from "./memory-map";
import { decref, incref } from "./refcount";

/**
 * Put `value` into a slot of `o`, which then holds a reference of its own.
 *
 * The new value is in place before the old one loses its reference, so that code run by the old one's death sees
 * the new binding (`Py_SETREF`).
 *
 * @param i - Index below the object's LENGTH.
 * @param value - An object.
 */
export function setSlot(h: HeapState, o: number, i: number, value: number): void {
  incref(h, value);
  const { memory } = h;
  const at = memory[o + Field.START]! + i;
  const old = memory[at]!;
  memory[at] = value;
  if (old !== 0) decref(h, old);
}

/**
 * As {@link setSlot}, but the caller's reference to `value` moves into the slot (a "stolen" reference).
 *
 * @param value - An object, or 0 to empty the slot.
 */
export function storeSlot(h: HeapState, o: number, i: number, value: number): void {
  const { memory } = h;
  const at = memory[o + Field.START]! + i;
  const old = memory[at]!;
  memory[at] = value;
  if (old !== 0) decref(h, old);
}

/** What a slot holds; 0 when it is empty or the object has no such slot. The reference stays the slot's (borrowed). */
export function slot(h: HeapState, o: number, i: number): number {
  const { memory } = h;
  return i < memory[o + Field.LENGTH]! ? memory[memory[o + Field.START]! + i]! : 0;
}
