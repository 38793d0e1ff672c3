/** Dicts: insertion order, tracked from the first container on. Mirrors `Objects/dictobject.c`. */

import * as gcList from "../gc/gc-list";
import { mayBeTracked } from "../gc/may-be-tracked";
import { untrack } from "../gc/untrack";
import { createContainer, growSlots } from "../heap/create";
import type { DictKey, HeapState } from "../heap/heap-state";
import { Field, Layout, Place, State } from "../heap/memory-map";
import { decref, incref } from "../heap/refcount";
import { builtinShape, resizeStorage, shapeOf } from "../heap/shape";
import { setSlot, slot } from "../heap/slot";
import { slotsIn } from "../heap/slot-block";
import { Static } from "./static-object";

/** `{}`: not tracked as long as it holds atoms only. The caller owns the reference. */
export function createDict(h: HeapState): number {
  const shape = builtinShape(h, {
    type: Static.DICT_TYPE,
    length: 0,
    layout: Layout.GROWABLE,
    blockBytes: h.profile.objects.dictHeadBytes,
    storageBytes: 0,
  });
  const o = createContainer(h, shape);
  untrack(h.memory, o);
  h.dictIndex.set(o, new Map());
  return o;
}

/** `d[key] = value`: the dict takes references of its own; an equal key that is there stays the key. */
export function setItem(h: HeapState, dict: number, key: number, value: number): void {
  const index = indexOf(h, dict);
  const position = index.get(keyOf(h, key));
  maintainTracking(h, dict, key, value);
  if (position !== undefined) return setSlot(h, dict, position + 1, value);
  incref(h, key);
  incref(h, value);
  const length = h.memory[dict + Field.LENGTH]!;
  if (length + 2 > slotsIn(h.memory[dict + Field.LAYOUT]! & Layout.BLOCK_CLASS)) {
    growSlots(h, dict, Math.max(8, length + 2));
  }
  const { memory } = h;
  const at = memory[dict + Field.START]! + length;
  memory[at] = key;
  memory[at + 1] = value;
  memory[dict + Field.LENGTH] = length + 2;
  index.set(keyOf(h, key), length);
  resizeKeys(h, dict, index.size);
}

/** `d[key]`, borrowed; 0 when there is no such key. */
export function item(h: HeapState, dict: number, key: number): number {
  const position = indexOf(h, dict).get(keyOf(h, key));
  return position === undefined ? 0 : slot(h, dict, position + 1);
}

/** `del d[key]`: leaves a hole, as CPython does until the next resize. @returns false when there is no such key. */
export function deleteItem(h: HeapState, dict: number, key: number): boolean {
  const index = indexOf(h, dict);
  const position = index.get(keyOf(h, key));
  if (position === undefined) return false;
  index.delete(keyOf(h, key));
  const { memory } = h;
  const at = memory[dict + Field.START]! + position;
  const oldKey = memory[at]!;
  const oldValue = memory[at + 1]!;
  memory[at] = 0;
  memory[at + 1] = 0;
  decref(h, oldKey);
  decref(h, oldValue);
  return true;
}

/** A dict that was cleared has no index; it gets an empty one. */
function indexOf(h: HeapState, dict: number): Map<DictKey, number> {
  let index = h.dictIndex.get(dict);
  if (index === undefined) {
    index = new Map();
    h.dictIndex.set(dict, index);
  }
  return index;
}

function keyOf(h: HeapState, key: number): DictKey {
  const value = h.payload.get(key);
  return value === undefined ? `id ${key}` : `${typeof value} ${value}`;
}

/** Start tracking with the first key or value that the collector must follow. Source: `MAINTAIN_TRACKING`. */
function maintainTracking(h: HeapState, dict: number, key: number, value: number): void {
  const { memory } = h;
  if (memory[dict + Field.GC_NEXT] !== 0) return;
  if (!mayBeTracked(memory, key) && !mayBeTracked(memory, value)) return;
  gcList.append(memory, Place.GENERATION_0, dict);
  memory[State.UNTRACKED]!--;
}

/**
 * The key table doubles when it is two thirds full: 8 places hold 5 keys, 16 hold 10.
 *
 * Simplified: sized as a table for any kind of key; a table that holds only str keys is smaller by 8 bytes a key.
 */
function resizeKeys(h: HeapState, dict: number, keys: number): void {
  let places = 8;
  while (Math.floor((places * 2) / 3) < keys) places *= 2;
  const indexBytes = places <= 256 ? places : places * 2;
  const newBytes = 32 + indexBytes + Math.floor((places * 2) / 3) * 24;
  if (newBytes > shapeOf(h, dict).storageBytes) resizeStorage(h, dict, newBytes);
}
