/** Values for the keys that a class shares, and the order in which they came. Mirrors `PyDictValues` of 3.11 and later. */

import { growSlots } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { incref } from "../heap/refcount";
import { setSlot, slot, storeSlot } from "../heap/slot";
import type { ClassRecord } from "./class-record";

/** One array of values: an instance's own, or that of a dict whose keys are the shared ones (a split table). */
export class SplitValues {
  /** The dict that shows them; 0 as long as nobody has asked for it. */
  dict = 0;
  /** Positions in order of insertion; null where that is the order of the shared keys. */
  order: number[] | null = null;

  /** @param holder - The object in whose slots they are; 0 = they are no more (`values->valid`). */
  constructor(
    readonly cls: ClassRecord,
    public holder: number,
  ) {}

  /** The holder's slot for position 0: an instance has its `__slots__` in front. */
  get first(): number {
    return this.holder === this.dict ? 0 : this.cls.slotCount;
  }
}

/** What is known of the values of an instance that still holds them. Known from then on. */
export function valuesOf(h: HeapState, o: number, cls: ClassRecord): SplitValues {
  let values = h.splitValues.get(o);
  if (values === undefined) {
    values = new SplitValues(cls, o);
    h.splitValues.set(o, values);
    h.memory[o + Field.LAYOUT]! |= Layout.MANAGED_DICT;
  }
  return values;
}

/** Would a value in the empty slot `i` come later than one behind it? Then somebody must remember the order. */
export function isOutOfOrder(h: HeapState, o: number, i: number): boolean {
  const { memory } = h;
  const start = memory[o + Field.START]!;
  const end = start + memory[o + Field.LENGTH]!;
  if (start + i >= end || memory[start + i] !== 0) return false;
  for (let at = start + i + 1; at < end; at++) if (memory[at] !== 0) return true;
  return false;
}

/** The value at a position, borrowed; 0 = none. */
export function valueAt(h: HeapState, values: SplitValues, position: number): number {
  return slot(h, values.holder, values.first + position);
}

/** Put a value at a position: the holder takes a reference of its own. */
export function setValue(h: HeapState, values: SplitValues, position: number, value: number): void {
  const { first, holder } = values;
  const i = first + position;
  if (slot(h, holder, i) !== 0) return setSlot(h, holder, i, value);
  if (values.order !== null) values.order.push(position);
  else if (isOutOfOrder(h, holder, i)) values.order = [...positionsInOrder(h, values), position];
  reserveSlots(h, holder, i + 1);
  h.memory[h.memory[holder + Field.START]! + i] = value;
  incref(h, value);
}

/** Take the value at a position out. @returns false when there is none. */
export function deleteValue(h: HeapState, values: SplitValues, position: number): boolean {
  if (valueAt(h, values, position) === 0) return false;
  if (values.order !== null) values.order = values.order.filter((other) => other !== position);
  storeSlot(h, values.holder, values.first + position, 0);
  return true;
}

/** The positions that have a value, in order of insertion. */
export function positionsInOrder(h: HeapState, values: SplitValues): number[] {
  if (values.order !== null) return [...values.order];
  const count = h.memory[values.holder + Field.LENGTH]! - values.first;
  return Array.from({ length: Math.max(0, count) }, (_, position) => position).filter(
    (position) => valueAt(h, values, position) !== 0,
  );
}

/** Take all values out of their holder, with its references to them, in the order of the shared keys; 0 = none. */
export function takeValues(h: HeapState, values: SplitValues): Int32Array {
  const { first, holder } = values;
  const { memory } = h;
  const start = memory[holder + Field.START]! + first;
  const end = Math.max(start, memory[holder + Field.START]! + memory[holder + Field.LENGTH]!);
  const taken = memory.slice(start, end);
  memory.fill(0, start, end);
  return taken;
}

/** Give an object at least so many slots. The new ones are empty. */
export function reserveSlots(h: HeapState, o: number, length: number): void {
  if (length <= h.memory[o + Field.LENGTH]!) return;
  growSlots(h, o, length);
  h.memory[o + Field.LENGTH] = length;
}
