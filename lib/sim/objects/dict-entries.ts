/** The entries of a dict one by one, and from one dict to another. Mirrors `_PyDict_Next`, `dict_merge`, `dict_popitem`. */

import type { HeapState } from "../heap/heap-state";
import { Field } from "../heap/memory-map";
import { incref } from "../heap/refcount";
import { deleteItem, item, maintainTracking } from "./dict";
import { cloneTable } from "./dict-room";
import { keyOf } from "./hash";
import { isSplit, splitItem, splitKeys } from "./split-dict";

/** Where the value and the key of an entry stand in its pair of slots. */
const VALUE = 0;
const KEY = 1;

/** `len(dict)`. */
export function entryCount(h: HeapState, dict: number): number {
  if (isSplit(h, dict)) return splitKeys(h, dict).length;
  return h.dicts.get(dict)?.index.size ?? 0;
}

/** Places of entries, holes included: what a walk through the dict passes. */
export function entryPlaces(h: HeapState, dict: number): number {
  return isSplit(h, dict) ? splitKeys(h, dict).length : h.memory[dict + Field.LENGTH]! / 2;
}

/** The first place with an entry, from `place` on; -1 when there is none. */
export function nextEntry(h: HeapState, dict: number, place: number): number {
  const places = entryPlaces(h, dict);
  if (isSplit(h, dict)) return place < places ? place : -1;
  for (let at = place; at < places; at++) if (valueAt(h, dict, at) !== 0) return at;
  return -1;
}

/** The last place with an entry, from `place` on towards the first one; -1 when there is none. */
export function previousEntry(h: HeapState, dict: number, place: number): number {
  for (let at = Math.min(place, entryPlaces(h, dict) - 1); at >= 0; at--) {
    if (valueAt(h, dict, at) !== 0) return at;
  }
  return -1;
}

/** The key at a place, borrowed. */
export function keyAt(h: HeapState, dict: number, place: number): number {
  if (isSplit(h, dict)) return splitKeys(h, dict)[place]!;
  return h.memory[h.memory[dict + Field.START]! + place * 2 + KEY]!;
}

/** The value at a place, borrowed; 0 = a hole. */
export function valueAt(h: HeapState, dict: number, place: number): number {
  if (isSplit(h, dict)) return splitItem(h, dict, splitKeys(h, dict)[place]!);
  return h.memory[h.memory[dict + Field.START]! + place * 2 + VALUE]!;
}

/** `dict.pop(key)`: the reference to the value moves to the caller; 0 when there is no such key. */
export function takeItem(h: HeapState, dict: number, key: number): number {
  const value = item(h, dict, key);
  if (value === 0) return 0;
  incref(h, value);
  deleteItem(h, dict, key);
  return value;
}

/** `dict.popitem()` of a dict that is not empty: the references to key and value move to the caller. */
export function takeLast(h: HeapState, dict: number): readonly [key: number, value: number] {
  const place = previousEntry(h, dict, entryPlaces(h, dict));
  const key = keyAt(h, dict, place);
  const value = valueAt(h, dict, place);
  if (isSplit(h, dict)) {
    incref(h, key);
    incref(h, value);
    deleteItem(h, dict, key);
    return [key, value];
  }
  const at = h.memory[dict + Field.START]! + place * 2;
  h.memory[at + KEY] = h.memory[at + VALUE] = 0;
  h.memory[dict + Field.LENGTH] = place * 2;
  h.dicts.get(dict)!.index.delete(keyOf(h, key));
  return [key, value];
}

/** `dict.copy()` into a new dict, when most places of the table hold an entry. @returns false when it is not done. */
export function copyEntries(h: HeapState, dict: number, other: number): boolean {
  if (isSplit(h, other) || h.dicts.get(other)?.split !== false) return false;
  const used = entryCount(h, other);
  if (used === 0 || used < Math.floor((entryPlaces(h, other) * 2) / 3)) return false;
  cloneWithTracking(h, dict, other);
  return true;
}

/** `dict.update(other)` of a dict that is empty: the table as it is, if it has no holes and is not too large for its keys. */
export function fillDict(h: HeapState, dict: number, other: number): boolean {
  const table = h.dicts.get(other);
  if (table === undefined || isSplit(h, other) || table.split || !table.isTight) return false;
  if (entryCount(h, other) !== entryPlaces(h, other) || entryCount(h, dict) > 0) return false;
  cloneWithTracking(h, dict, other);
  return true;
}

/** The clone is tracked if the other one is. */
function cloneWithTracking(h: HeapState, dict: number, other: number): void {
  cloneTable(h, dict, other);
  if (h.memory[other + Field.GC_NEXT] !== 0) maintainTracking(h, dict, other, other);
}
