/** Instances of Python classes, and their attributes. Mirrors `PyType_GenericAlloc`, `_PyObject_StoreInstanceAttribute`. */

import { createContainer } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { incref } from "../heap/refcount";
import { setSlot, slot, storeSlot } from "../heap/slot";
import type { ClassRecord } from "./class-record";
import { deleteItem, item, setItem } from "./dict";
import { dictOf, followSharedKeys, keepsValues, missInDict } from "./instance-dict";
import { internedStr } from "./interned-str";
import { deleteValue, isOutOfOrder, reserveSlots, setValue, valuesOf } from "./split-values";

/** `C()`: a new instance without attributes, one more reference to the class. The caller owns the reference. */
export function createInstance(h: HeapState, cls: ClassRecord): number {
  if (!cls.settled) cls.measureNext(h);
  h.memory[cls.id + Field.REFCNT]!++;
  return createContainer(h, cls.shape);
}

/** `o.name = value`: the instance takes a reference of its own. */
export function setAttribute(h: HeapState, o: number, cls: ClassRecord, name: string, value: number): void {
  const known = cls.slotOf(name);
  if (known >= 0 && known < cls.slotCount) return setAttributeAt(h, o, known, value);
  if (!keepsValues(h, o, cls)) return setDictAttribute(h, o, cls, name, value);
  const i = known < 0 ? cls.addKey(name) : known;
  // The shared keys have no room: the instance gets a dict of its own, in the order in which its attributes came.
  if (i < 0) return setItem(h, dictOf(h, o, cls), internedStr(h, name), value);
  if (!isManaged(h, o) && !isOutOfOrder(h, o, i)) return setAttributeAt(h, o, i, value);
  setValue(h, valuesOf(h, o, cls), i - cls.slotCount, value);
}

/**
 * The same for an attribute whose slot is known, as the specialised STORE_ATTR does: of an instance that nobody has asked
 * for its dict, and none of whose attributes comes later in the shared keys.
 */
export function setAttributeAt(h: HeapState, o: number, i: number, value: number): void {
  if (i >= h.memory[o + Field.LENGTH]!) reserveSlots(h, o, i + 1);
  const { memory } = h;
  const at = memory[o + Field.START]! + i;
  if (memory[at] !== 0) return setSlot(h, o, i, value);
  memory[at] = value;
  incref(h, value);
}

/** `o.name`, borrowed; 0 when there is no such attribute. */
export function attribute(h: HeapState, o: number, cls: ClassRecord, name: string): number {
  const i = cls.slotOf(name);
  if ((i >= 0 && i < cls.slotCount) || keepsValues(h, o, cls)) return i < 0 ? 0 : slot(h, o, i);
  const dict = slot(h, o, cls.slotCount);
  return dict === 0 ? 0 : item(h, dict, internedStr(h, name));
}

/** `del o.name`. Even in vain it makes the name one of the shared keys, or a dict. @returns false when there is no such attribute. */
export function deleteAttribute(h: HeapState, o: number, cls: ClassRecord, name: string): boolean {
  const known = cls.slotOf(name);
  if (known >= 0 && known < cls.slotCount) return emptySlot(h, o, known);
  if (!cls.hasDict) return false;
  if (!keepsValues(h, o, cls)) return deleteItem(h, dictOf(h, o, cls), internedStr(h, name));
  const i = known < 0 ? cls.addKey(name) : known;
  if (i < 0) return missInDict(h, o, cls);
  return isManaged(h, o) ? deleteValue(h, valuesOf(h, o, cls), i - cls.slotCount) : emptySlot(h, o, i);
}

/** Where there are no values in the instance, the first attribute makes the dict, which the collector counts. */
function setDictAttribute(h: HeapState, o: number, cls: ClassRecord, name: string, value: number): void {
  const dict = dictOf(h, o, cls);
  const key = internedStr(h, name);
  if (item(h, dict, key) === 0) followSharedKeys(h, dict, cls, name);
  setItem(h, dict, key, value);
}

/** Is there more to know of its attributes than its slots tell? */
function isManaged(h: HeapState, o: number): boolean {
  return (h.memory[o + Field.LAYOUT]! & Layout.MANAGED_DICT) !== 0;
}

function emptySlot(h: HeapState, o: number, i: number): boolean {
  if (slot(h, o, i) === 0) return false;
  storeSlot(h, o, i, 0);
  return true;
}
