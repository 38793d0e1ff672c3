/** Instances of Python classes, and their attributes. Mirrors `PyType_GenericAlloc`, `_PyObject_StoreInstanceAttribute`. */

import { createContainer, growSlots } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field } from "../heap/memory-map";
import { incref } from "../heap/refcount";
import { setSlot, slot, storeSlot } from "../heap/slot";
import type { ClassRecord } from "./class-record";

/** `C()`: a new instance without attributes, one more reference to the class. The caller owns the reference. */
export function createInstance(h: HeapState, cls: ClassRecord): number {
  if (!cls.settled) cls.measureNext(h);
  h.memory[cls.id + Field.REFCNT]!++;
  return createContainer(h, cls.shape);
}

/** `o.name = value`: the instance takes a reference of its own. */
export function setAttribute(h: HeapState, o: number, cls: ClassRecord, name: string, value: number): void {
  const known = cls.slotOf(name);
  setAttributeAt(h, o, known < 0 ? cls.addKey(name) : known, value);
}

/** The same for an attribute whose slot in the shared keys is known, as the specialised STORE_ATTR does. */
export function setAttributeAt(h: HeapState, o: number, i: number, value: number): void {
  if (i >= h.memory[o + Field.LENGTH]!) reserve(h, o, i + 1);
  const { memory } = h;
  const at = memory[o + Field.START]! + i;
  if (memory[at] !== 0) return setSlot(h, o, i, value);
  memory[at] = value;
  incref(h, value);
}

/** `o.name`, borrowed; 0 when there is no such attribute. */
export function attribute(h: HeapState, o: number, cls: ClassRecord, name: string): number {
  const i = cls.slotOf(name);
  return i < 0 ? 0 : slot(h, o, i);
}

/** `del o.name`. @returns false when there is no such attribute. */
export function deleteAttribute(h: HeapState, o: number, cls: ClassRecord, name: string): boolean {
  if (attribute(h, o, cls, name) === 0) return false;
  storeSlot(h, o, cls.slotOf(name), 0);
  return true;
}

/** Make room: an instance made before the class knew the attribute has no slot for it. */
function reserve(h: HeapState, o: number, length: number): void {
  growSlots(h, o, length);
  h.memory[o + Field.LENGTH] = length;
}
