/** The dict object of an instance, up to 3.10 made with the first attribute. Mirrors `_PyObjectDict_SetItem`. */

import type { HeapState } from "../heap/heap-state";
import type { ClassRecord } from "./class-record";
import { createDict } from "./dict";
import { DictTable } from "./dict-table";

/**
 * The dict of a new instance: its keys are shared with the class as long as all instances get them in one order. The
 * caller owns the reference.
 *
 * Simplified: once the order differs, no further instance of the class shares keys; real CPython begins to share again
 * when the instance was the only one.
 */
export function createInstanceDict(h: HeapState, cls: ClassRecord): number {
  const dict = createDict(h);
  if (cls.sharesKeys) h.dicts.set(dict, new DictTable(h.profile.objects.dictKeys, true));
  return dict;
}

/** An instance is about to get an attribute that it does not have: do its keys still follow the class's order? */
export function followSharedKeys(h: HeapState, dict: number, cls: ClassRecord, name: string): void {
  const table = h.dicts.get(dict);
  if (table === undefined || !table.split) return;
  if (cls.isNextKey(table.index.size, name)) return;
  table.split = false;
  cls.sharesKeys = false;
}
