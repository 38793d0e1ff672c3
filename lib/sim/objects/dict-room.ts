/** How large a dict's key table is. Mirrors `dictresize`, `_PyDict_NewPresized` and `clone_combined_dict_keys` in `Objects/dictobject.c`. */

import { growSlots } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { incref } from "../heap/refcount";
import { resizeStorage } from "../heap/shape";
import { slotsIn } from "../heap/slot-block";
import { DictTable } from "./dict-table";
import { keyOf } from "./hash";

/** Keys for which the smallest table has room. */
const SMALL = 5;

/** The table of a dict. One that was cleared, or never filled, has none; it gets one with its first key. */
export function dictTable(h: HeapState, dict: number): DictTable {
  const known = h.dicts.get(dict);
  if (known !== undefined) return known;
  const table = new DictTable(h.profile.objects.dictKeys);
  h.dicts.set(dict, table);
  return table;
}

/** Make the table that a new dict is about to need. @param onlyStr - All keys that are to come are str. */
export function presize(h: HeapState, dict: number, keys: number, onlyStr: boolean): void {
  if (keys > SMALL) reserveKeys(h, dict, keys, onlyStr);
}

/** Make a table for so many keys, those that are there included. */
export function reserveKeys(h: HeapState, dict: number, keys: number, onlyStr: boolean): void {
  const table = dictTable(h, dict);
  table.reserve(keys, onlyStr && table.isUnicode);
  closeHoles(h, dict, table);
  resizeStorage(h, dict, table.bytes);
}

/** The smallest table, for a dict that has none. */
export function giveSmallTable(h: HeapState, dict: number): void {
  resizeStorage(h, dict, dictTable(h, dict).bytes);
}

/** An empty dict takes over the table of another one, holes included, and references to all that is in it. */
export function cloneTable(h: HeapState, dict: number, other: number): void {
  const table = dictTable(h, other).clone();
  const length = h.memory[other + Field.LENGTH]!;
  if (length > slotsIn(h.memory[dict + Field.LAYOUT]! & Layout.BLOCK_CLASS)) growSlots(h, dict, length);
  const { memory } = h;
  const from = memory[other + Field.START]!;
  const to = memory[dict + Field.START]!;
  for (let i = 0; i < length; i++) {
    const o = memory[from + i]!;
    if (o !== 0) incref(h, o);
    memory[to + i] = o;
  }
  memory[dict + Field.LENGTH] = length;
  h.dicts.set(dict, table);
  resizeStorage(h, dict, table.bytes);
}

/** After the table was rebuilt: the entries move together; nothing is left behind the last one. */
export function closeHoles(h: HeapState, dict: number, table: DictTable): void {
  const { memory } = h;
  const start = memory[dict + Field.START]!;
  const end = start + memory[dict + Field.LENGTH]!;
  let to = start;
  for (let at = start; at < end; at += 2) {
    const key = memory[at + 1]!;
    if (key === 0) continue;
    table.index.set(keyOf(h, key), (to - start) / 2);
    memory[to + 1] = key;
    memory[to] = memory[at]!;
    to += 2;
  }
  memory.fill(0, to, end);
  memory[dict + Field.LENGTH] = to - start;
}
