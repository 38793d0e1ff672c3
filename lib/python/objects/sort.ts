/** Sorting a list. Mirrors `list_sort_impl` in `Objects/listobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { placeItems } from "../../sim/objects/list";
import { roomOf, setRoom } from "../../sim/objects/list-room";
import { call } from "../run/call";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { releaseItems } from "./iterate";
import { itemsOf } from "./make-container";
import { type SortEntry, sortEntries } from "./sort-entries";

/**
 * `list.sort(key=key, reverse=reverse)`, on a list object; the list is empty meanwhile. false = exception set; the list
 * then holds its items in some order. Stable; only `<` of a later item and an earlier one is asked for.
 *
 * @param key - 0 = None.
 */
export function sortList(m: Machine, list: number, key: number, reverse: boolean): boolean {
  const room = roomOf(m.h, list);
  const items = takeItems(m, list);
  const entries = keyed(m, items, key);
  if (entries === null) {
    putBack(m, list, items, room);
    return false;
  }
  // Equal items keep their order: a reversed sort reverses before and after.
  if (reverse) entries.reverse();
  const done = sortEntries(m, entries);
  if (key !== 0) for (const entry of entries) decref(m.h, entry.key);
  if (reverse) entries.reverse();
  const sorted = entries.map((entry) => entry.item);
  const unmodified = putBack(m, list, sorted, room);
  if (done && !unmodified) raise(m, "ValueError", "list modified during sort");
  return done && unmodified;
}

/** The list is empty after this, without room; its references are the caller's. */
function takeItems(m: Machine, list: number): number[] {
  const items = itemsOf(m, list);
  const { memory } = m.h;
  const start = memory[list + Field.START]!;
  memory.fill(0, start, start + items.length);
  memory[list + Field.LENGTH] = 0;
  setRoom(m.h, list, 0);
  return items;
}

/** Keys are owned when there is a key function; null = exception set, and none is held. */
function keyed(m: Machine, items: readonly number[], key: number): SortEntry[] | null {
  if (key === 0) return items.map((item) => ({ item, key: item }));
  const entries: SortEntry[] = [];
  for (const item of items) {
    const made = call(m, key, [item]);
    if (made === 0) {
      for (const entry of entries) decref(m.h, entry.key);
      return null;
    }
    entries.push({ item, key: made });
  }
  return entries;
}

/** @returns whether the list was left alone meanwhile; what the program has put there is released. */
function putBack(m: Machine, list: number, items: readonly number[], room: number): boolean {
  const found = takeItems(m, list);
  placeItems(m.h, list, items);
  setRoom(m.h, list, room);
  releaseItems(m, found);
  return found.length === 0;
}
