/** Instances of Python classes, and their attributes. Mirrors `PyType_GenericAlloc`, `_PyObject_StoreInstanceAttribute`. */

import { createContainer, growSlots } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field } from "../heap/memory-map";
import { incref } from "../heap/refcount";
import { setSlot, slot, storeSlot } from "../heap/slot";
import type { ClassRecord } from "./class-record";
import { deleteItem, item, setItem } from "./dict";
import { createInstanceDict, followSharedKeys } from "./instance-dict";
import { internedStr } from "./interned-str";

/** `C()`: a new instance without attributes, one more reference to the class. The caller owns the reference. */
export function createInstance(h: HeapState, cls: ClassRecord): number {
  if (!cls.settled) cls.measureNext(h);
  h.memory[cls.id + Field.REFCNT]!++;
  return createContainer(h, cls.shape);
}

/** `o.name = value`: the instance takes a reference of its own. */
export function setAttribute(h: HeapState, o: number, cls: ClassRecord, name: string, value: number): void {
  const known = cls.slotOf(name);
  if (known < 0 && cls.keepsDictObject) return setDictAttribute(h, o, cls, name, value);
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
  if (i >= 0) return slot(h, o, i);
  const dict = cls.keepsDictObject ? slot(h, o, cls.slotCount) : 0;
  return dict === 0 ? 0 : item(h, dict, internedStr(h, name));
}

/** `del o.name`. @returns false when there is no such attribute. */
export function deleteAttribute(h: HeapState, o: number, cls: ClassRecord, name: string): boolean {
  if (attribute(h, o, cls, name) === 0) return false;
  const i = cls.slotOf(name);
  if (i < 0) return deleteItem(h, slot(h, o, cls.slotCount), internedStr(h, name));
  storeSlot(h, o, i, 0);
  return true;
}

/** Up to 3.10 the first attribute makes the dict, which the collector counts. */
function setDictAttribute(h: HeapState, o: number, cls: ClassRecord, name: string, value: number): void {
  let dict = slot(h, o, cls.slotCount);
  if (dict === 0) {
    dict = createInstanceDict(h, cls);
    h.memory[h.memory[o + Field.START]! + cls.slotCount] = dict;
  }
  const key = internedStr(h, name);
  if (item(h, dict, key) === 0) followSharedKeys(h, dict, cls, name);
  setItem(h, dict, key, value);
}

/** Make room: an instance made before the class knew the attribute has no slot for it. */
function reserve(h: HeapState, o: number, length: number): void {
  growSlots(h, o, length);
  h.memory[o + Field.LENGTH] = length;
}
