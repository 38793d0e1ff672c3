/** How large a set's table is. Mirrors `set_table_resize` in `Objects/setobject.c`. */

import { growSlots } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { decref } from "../heap/refcount";
import { resizeStorage, shapeOf } from "../heap/shape";
import { SetTable, SMALLEST_TABLE } from "./set-table";

/** `sizeof(setentry)`. */
const ENTRY_BYTES = 16;

/** The table of a set. One that was cleared has none; it gets a small one. */
export function setTable(h: HeapState, set: number): SetTable {
  const known = h.sets.get(set);
  if (known !== undefined) return known;
  const table = new SetTable();
  h.sets.set(set, table);
  giveTable(h, set, SMALLEST_TABLE);
  return table;
}

/** Exchange the table for one with room for more than `least` elements: they move, the dummies are gone. */
export function resizeSet(h: HeapState, set: number, least: number): void {
  const table = setTable(h, set);
  const start = h.memory[set + Field.START]!;
  const old = h.memory.slice(start, start + h.memory[set + Field.LENGTH]!);
  const places = table.resize(least);
  giveTable(h, set, table.size);
  const to = h.memory[set + Field.START]!;
  old.forEach((element, place) => {
    if (places[place]! >= 0) h.memory[to + places[place]!] = element;
    else if (element !== 0) decref(h, element);
  });
}

/** Each of two sets gets the elements of the other. Source: `set_swap_bodies`. */
export function swapSets(h: HeapState, a: number, b: number): void {
  const tables = [setTable(h, a), setTable(h, b)] as const;
  const bytes = [shapeOf(h, a).storageBytes, shapeOf(h, b).storageBytes] as const;
  const { memory } = h;
  for (const field of [Field.START, Field.LENGTH]) swapBits(memory, a + field, b + field, -1);
  swapBits(memory, a + Field.LAYOUT, b + Field.LAYOUT, Layout.BLOCK_CLASS);
  h.sets.set(a, tables[1]);
  h.sets.set(b, tables[0]);
  resizeStorage(h, a, bytes[1]);
  resizeStorage(h, b, bytes[0]);
}

function swapBits(memory: Int32Array, a: number, b: number, bits: number): void {
  const difference = (memory[a]! ^ memory[b]!) & bits;
  memory[a]! ^= difference;
  memory[b]! ^= difference;
}

/** Empty places, whatever there was. A small table lies inside the set object. */
function giveTable(h: HeapState, set: number, places: number): void {
  h.memory[set + Field.LENGTH] = 0;
  growSlots(h, set, places);
  h.memory[set + Field.LENGTH] = places;
  const bytes = places > SMALLEST_TABLE ? places * ENTRY_BYTES : 0;
  if (shapeOf(h, set).storageBytes !== bytes) resizeStorage(h, set, bytes);
}
