/** A dict whose keys are those that a class shares: it has only values, or shows those of an instance. Mirrors `_PyDict_HasSplitTable`, from 3.11 on. */

import { growSlots } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { incref } from "../heap/refcount";
import { resizeStorage } from "../heap/shape";
import type { ClassRecord } from "./class-record";
import { createDict, maintainTracking } from "./dict";
import { DictTable } from "./dict-table";
import { keyOf } from "./hash";
import { internedStr } from "./interned-str";
import { deleteValue, positionsInOrder, SplitValues, setValue, takeValues, valueAt } from "./split-values";
import { Static } from "./static-object";

/** Has a dict a split table? */
export function isSplit(h: HeapState, dict: number): boolean {
  return (h.memory[dict + Field.LAYOUT]! & Layout.PAIRS) === 0;
}

/** An empty dict with the keys of a class (`new_dict_with_shared_keys`). The caller owns the reference. */
export function createSplitDict(h: HeapState, cls: ClassRecord): number {
  const dict = createDict(h);
  share(h, dict, new SplitValues(cls, dict));
  resizeStorage(h, dict, cls.valueBytes(cls.capacity));
  return dict;
}

/** From now on `dict` shows `values`. It is new, or has lost what it had. */
export function share(h: HeapState, dict: number, values: SplitValues): void {
  values.dict = dict;
  h.splitValues.set(dict, values);
  h.memory[dict + Field.LAYOUT]! &= ~Layout.PAIRS;
}

/** The opposite: `dict` has no values, and room for keys of its own. What it held is the caller's. */
export function unshare(h: HeapState, dict: number): void {
  const values = h.splitValues.get(dict);
  if (values === undefined) return;
  values.holder = values.dict = 0;
  h.splitValues.delete(dict);
  h.memory[dict + Field.LAYOUT] = (h.memory[dict + Field.LAYOUT]! | Layout.PAIRS) & ~Layout.MANAGED_DICT;
}

/** `d[key]`, borrowed; 0 when there is no such key. */
export function splitItem(h: HeapState, dict: number, key: number): number {
  const values = h.splitValues.get(dict)!;
  const position = positionOfKey(h, values.cls, key);
  return position < 0 ? 0 : valueAt(h, values, position);
}

/**
 * `d[key] = value`. A new name is a new key for all instances of the class (`insert_split_key`).
 *
 * @returns false when it is not done because the shared keys have no room, or the key is no str: `dict` has a table of
 *   its own after this.
 */
export function setSplitItem(h: HeapState, dict: number, key: number, value: number): boolean {
  const values = h.splitValues.get(dict)!;
  const isStr = h.memory[key + Field.TYPE] === Static.STR_TYPE;
  const position = isStr ? positionToSet(h, values.cls, key) : -1;
  if (position < 0) {
    combine(h, dict, isStr);
    return false;
  }
  maintainTracking(h, dict, key, value);
  setValue(h, values, position, value);
  return true;
}

/** `del d[key]`: the table stays split. @returns false when there is no such key. */
export function deleteSplitItem(h: HeapState, dict: number, key: number): boolean {
  const values = h.splitValues.get(dict)!;
  const position = positionOfKey(h, values.cls, key);
  return position >= 0 && deleteValue(h, values, position);
}

/**
 * `d.clear()` of a dict that shows the values of an instance: these go, and it shows those that come (`clear_lock_held`).
 * When the instance dies of it, the others are the dict's by then, and go too; 3.13.0 itself crashes there.
 */
export function clearShownValues(h: HeapState, dict: number): void {
  const values = h.splitValues.get(dict)!;
  const count = h.memory[values.holder + Field.LENGTH]!;
  for (let position = 0; position < count; position++) deleteValue(h, values, position);
}

/** The keys, in order of insertion, borrowed. */
export function splitKeys(h: HeapState, dict: number): number[] {
  const values = h.splitValues.get(dict)!;
  return positionsInOrder(h, values).map((position) => internedStr(h, values.cls.keyAt(position)));
}

/** Replace the split table by one of the dict's own, in order of insertion (`insertion_resize`). */
function combine(h: HeapState, dict: number, isStr: boolean): void {
  const values = h.splitValues.get(dict)!;
  const { cls, holder } = values;
  const positions = positionsInOrder(h, values);
  const taken = takeValues(h, values);
  unshare(h, dict);
  if (holder !== dict) holdDict(h, holder, cls, dict);
  h.memory[dict + Field.LENGTH] = 0;
  growSlots(h, dict, Math.max(8, positions.length * 2));
  const table = new DictTable(h.profile.objects.dictKeys);
  positions.forEach((position, entry) => {
    const key = internedStr(h, cls.keyAt(position));
    incref(h, key);
    table.index.set(keyOf(h, key), entry);
    h.memory.set([taken[position]!, key], h.memory[dict + Field.START]! + entry * 2);
  });
  h.memory[dict + Field.LENGTH] = positions.length * 2;
  table.rebuild(isStr);
  h.dicts.set(dict, table);
  resizeStorage(h, dict, table.bytes);
}

/** An instance without values: behind its `__slots__` is the reference to its dict, which it has already. */
export function holdDict(h: HeapState, o: number, cls: ClassRecord, dict: number): void {
  const length = cls.slotCount + 1;
  if (h.memory[o + Field.LENGTH]! < length) growSlots(h, o, length);
  h.memory[o + Field.LENGTH] = length;
  h.memory[h.memory[o + Field.START]! + cls.slotCount] = dict;
}

function positionToSet(h: HeapState, cls: ClassRecord, key: number): number {
  const known = positionOfKey(h, cls, key);
  if (known >= 0) return known;
  const added = cls.addKey(h.payload.get(key) as string);
  return added < 0 ? -1 : added - cls.slotCount;
}

function positionOfKey(h: HeapState, cls: ClassRecord, key: number): number {
  if (h.memory[key + Field.TYPE] !== Static.STR_TYPE) return -1;
  const i = cls.sharedSlotOf(h.payload.get(key) as string);
  return i < 0 ? -1 : i - cls.slotCount;
}
