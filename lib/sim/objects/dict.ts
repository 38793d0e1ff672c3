/** Dicts: insertion order, tracked from the first container on. Mirrors `Objects/dictobject.c`. */

import * as gcList from "../gc/gc-list";
import { mayBeTracked } from "../gc/may-be-tracked";
import { untrack } from "../gc/untrack";
import { createContainer, createRecycled, growSlots } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout, Place, State } from "../heap/memory-map";
import { decref, incref } from "../heap/refcount";
import { builtinShape, resizeStorage, shapeOf } from "../heap/shape";
import { setSlot, slot } from "../heap/slot";
import { slotsIn } from "../heap/slot-block";
import { closeHoles, dictTable } from "./dict-room";
import { keyOf } from "./hash";
import { rememberShape } from "./remembered-shape";
import { deleteSplitItem, isSplit, setSplitItem, splitItem, splitKeys } from "./split-dict";
import { Static } from "./static-object";

/** Where the value and the key of an entry stand in its pair of slots: `dict_traverse` visits the value first. */
const VALUE = 0;
const KEY = 1;

/** Where the shape of an empty dict is remembered. */
const SHAPE = "dict";

/** `{}`: where the version has it so, not tracked as long as it holds atoms only. The caller owns the reference. */
export function createDict(h: HeapState): number {
  const shape = newDictShape(h);
  return untracked(h, h.freeLists.takeDict() ? createRecycled(h, shape) : createContainer(h, shape));
}

/** `dict()`: calling the type does not look at the free list (`PyType_GenericAlloc`). The caller owns the reference. */
export function callDict(h: HeapState): number {
  return untracked(h, createContainer(h, newDictShape(h)));
}

function untracked(h: HeapState, dict: number): number {
  if (h.profile.collector.untracksDicts) untrack(h.memory, dict);
  return dict;
}

function newDictShape(h: HeapState): number {
  const known = h.builtinShapes.get(SHAPE);
  return known ?? rememberShape(h, SHAPE, dictShape(h, h.profile.objects.dictHeadBytes));
}

/** The shape of an empty dict. @param blockBytes - 0 for one that was there before the program. */
export function dictShape(h: HeapState, blockBytes: number): number {
  return builtinShape(h, {
    type: Static.DICT_TYPE,
    length: 0,
    layout: Layout.GROWABLE | Layout.PAIRS | Layout.TRASHCAN | Layout.FREE_LIST,
    blockBytes,
    storageBytes: 0,
  });
}

/** `d[key] = value`: the dict takes references of its own; an equal key that is there stays the key. */
export function setItem(h: HeapState, dict: number, key: number, value: number): void {
  if (isSplit(h, dict) && setSplitItem(h, dict, key, value)) return;
  const table = dictTable(h, dict);
  const entry = table.index.get(keyOf(h, key));
  maintainTracking(h, dict, key, value);
  if (entry !== undefined) return setSlot(h, dict, entry * 2 + VALUE, value);
  incref(h, value);
  storeItem(h, dict, addKey(h, dict, key), value);
}

/** Put a key in that is not there yet, without a value. The dict takes a reference to it. @returns the value's slot. */
export function addKey(h: HeapState, dict: number, key: number): number {
  const table = dictTable(h, dict);
  const isStr = h.memory[key + Field.TYPE] === Static.STR_TYPE;
  if (table.mustRebuild(isStr)) {
    table.rebuild(isStr);
    closeHoles(h, dict, table);
  }
  if (!isStr) table.onlyStr = false;
  incref(h, key);
  const length = h.memory[dict + Field.LENGTH]!;
  if (length + 2 > slotsIn(h.memory[dict + Field.LAYOUT]! & Layout.BLOCK_CLASS)) {
    growSlots(h, dict, Math.max(8, length + 2));
  }
  const { memory } = h;
  if ((memory[dict + Field.LAYOUT]! & Layout.NAMESPACE) !== 0) memory[State.NAMES_ADDED]!++;
  const at = memory[dict + Field.START]! + length;
  memory[at + KEY] = key;
  memory[at + VALUE] = 0;
  memory[dict + Field.LENGTH] = length + 2;
  table.addKey(keyOf(h, key), length / 2);
  if (shapeOf(h, dict).storageBytes !== table.bytes) resizeStorage(h, dict, table.bytes);
  return length + VALUE;
}

/** `d[key]`, borrowed; 0 when there is no such key. */
export function item(h: HeapState, dict: number, key: number): number {
  if (isSplit(h, dict)) return splitItem(h, dict, key);
  const i = slotOfKey(h, dict, key);
  return i < 0 ? 0 : slot(h, dict, i);
}

/** The slot of a key's value; -1 when there is no such key. */
export function slotOfKey(h: HeapState, dict: number, key: number): number {
  const table = h.dicts.get(dict);
  if (table === undefined) return -1;
  if (h.profile.objects.lookupsWidenKeys && h.memory[key + Field.TYPE] !== Static.STR_TYPE)
    table.onlyStr = false;
  const entry = table.index.get(keyOf(h, key));
  return entry === undefined ? -1 : entry * 2 + VALUE;
}

/** `del d[key]`: leaves a hole, as CPython does until the next resize. @returns false when there is no such key. */
export function deleteItem(h: HeapState, dict: number, key: number): boolean {
  if (isSplit(h, dict)) return deleteSplitItem(h, dict, key);
  const i = slotOfKey(h, dict, key);
  if (i < 0 || slot(h, dict, i) === 0) return false;
  const table = dictTable(h, dict);
  table.index.delete(keyOf(h, key));
  table.split = false;
  const { memory } = h;
  const at = memory[dict + Field.START]! + i - VALUE;
  const oldKey = memory[at + KEY]!;
  const oldValue = memory[at + VALUE]!;
  memory[at + KEY] = 0;
  memory[at + VALUE] = 0;
  decref(h, oldKey);
  decref(h, oldValue);
  return true;
}

/** The keys, in order of insertion, borrowed. */
export function keysOf(h: HeapState, dict: number): number[] {
  if (isSplit(h, dict)) return splitKeys(h, dict);
  const { memory } = h;
  const start = memory[dict + Field.START]!;
  const keys: number[] = [];
  for (let at = start; at < start + memory[dict + Field.LENGTH]!; at += 2) {
    if (memory[at + VALUE] !== 0) keys.push(memory[at + KEY]!);
  }
  return keys;
}

/** Start tracking with the first key or value that the collector must follow. Source: `MAINTAIN_TRACKING`. */
export function maintainTracking(h: HeapState, dict: number, key: number, value: number): void {
  const { memory } = h;
  if (memory[dict + Field.GC_NEXT] !== 0) return;
  if (!mayBeTracked(memory, key) && !mayBeTracked(memory, value)) return;
  gcList.append(memory, Place.GENERATION_0, dict);
  memory[State.UNTRACKED]!--;
}

function storeItem(h: HeapState, dict: number, i: number, value: number): void {
  h.memory[h.memory[dict + Field.START]! + i] = value;
}
