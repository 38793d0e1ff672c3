/** The dict of an instance: when it is made, and who holds the values. Mirrors `_PyObject_MaterializeManagedDict`, `PyObject_ClearManagedDict`. */

import * as gcList from "../gc/gc-list";
import { mayBeTracked } from "../gc/may-be-tracked";
import { growSlots } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout, Place, State } from "../heap/memory-map";
import { decref } from "../heap/refcount";
import { moveStorage, resizeStorage, shapeOf } from "../heap/shape";
import { slot } from "../heap/slot";
import type { ClassRecord } from "./class-record";
import { createDict } from "./dict";
import { DictTable } from "./dict-table";
import { createSplitDict, holdDict, share } from "./split-dict";
import { type SplitValues, takeValues, valuesOf } from "./split-values";

/** `o.__dict__`, made when there is none yet. Borrowed: the one reference is the instance's. */
export function dictOf(h: HeapState, o: number, cls: ClassRecord): number {
  if (keepsValues(h, o, cls)) {
    const known = h.splitValues.get(o)?.dict ?? 0;
    return known === 0 ? materialize(h, o, cls) : known;
  }
  const known = slot(h, o, cls.slotCount);
  if (known !== 0) return known;
  const dict = createInstanceDict(h, cls);
  h.memory[h.memory[o + Field.START]! + cls.slotCount] = dict;
  return dict;
}

/**
 * `del o.name` of a name for which the shared keys have no room: a dict is made to look in, which 3.13 drops again.
 *
 * @returns false: the name is not there.
 */
export function missInDict(h: HeapState, o: number, cls: ClassRecord): false {
  if (h.profile.objects.instance.values !== "inline") dictOf(h, o, cls);
  else if ((h.splitValues.get(o)?.dict ?? 0) === 0) decref(h, createDict(h));
  return false;
}

/** Does the instance hold its attribute values itself? Else they are in its dict, and that is behind its `__slots__`. */
export function keepsValues(h: HeapState, o: number, cls: ClassRecord): boolean {
  if (cls.keepsDictObject) return false;
  return (h.memory[o + Field.LAYOUT]! & Layout.MANAGED_DICT) === 0 || h.splitValues.get(o)!.holder === o;
}

/**
 * The dict of an instance that has no values of its own. The caller owns the reference.
 *
 * Up to 3.10 its keys are shared with the class as long as all instances get them in one order.
 *
 * Simplified: once the order differs, no further instance of the class shares keys; real CPython begins to share again
 * when the instance was the only one.
 */
function createInstanceDict(h: HeapState, cls: ClassRecord): number {
  if (h.profile.objects.instance.values !== "dict") return createSplitDict(h, cls);
  const dict = createDict(h);
  if (cls.sharesKeys) h.dicts.set(dict, new DictTable(h.profile.objects.dictKeys, true));
  return dict;
}

/** Up to 3.10: an instance is about to get an attribute that it does not have. Do its keys still follow the class's order? */
export function followSharedKeys(h: HeapState, dict: number, cls: ClassRecord, name: string): void {
  const table = h.dicts.get(dict);
  if (table === undefined || !table.split) return;
  if (cls.isNextKey(table.index.size, name)) return;
  table.split = false;
  cls.sharesKeys = false;
}

/** Make the dict that shows an instance's values: 3.11 and 3.12 give them to it, 3.13 leaves them in the instance. */
function materialize(h: HeapState, o: number, cls: ClassRecord): number {
  const dict = createDict(h);
  const values = valuesOf(h, o, cls);
  share(h, dict, values);
  if (h.memory[dict + Field.GC_NEXT] === 0 && holdsContainers(h, o, cls)) track(h, dict);
  if (h.profile.objects.instance.values === "inline") {
    h.memory[dict + Field.LAYOUT]! |= Layout.MANAGED_DICT;
    h.memory[dict + Field.START] = o;
    return dict;
  }
  moveStorage(h, o, dict);
  moveValues(h, values, dict);
  holdDict(h, o, cls, dict);
  return dict;
}

/**
 * An instance is about to lose its dict, because it dies or is cleared: the values that it held itself are the dict's
 * from now on. Anything else is left as it is. Source: `_PyDict_DetachFromObject`.
 */
export function detachDict(h: HeapState, o: number): void {
  const values = h.splitValues.get(o);
  if (values === undefined || values.holder !== o || values.dict === 0) return;
  const { cls, dict } = values;
  h.memory[dict + Field.LAYOUT]! &= ~Layout.MANAGED_DICT;
  resizeStorage(h, dict, shapeOf(h, o).blockBytes - cls.headBytes);
  moveValues(h, values, dict);
  holdDict(h, o, cls, dict);
}

/** The references that no traversal shows: that of an instance to the dict that shows its values. */
export function* unvisitedDicts(h: HeapState): Generator<number> {
  for (const [o, { dict, holder }] of h.splitValues) if (holder === o && dict !== 0 && dict !== o) yield dict;
}

function moveValues(h: HeapState, values: SplitValues, dict: number): void {
  const taken = takeValues(h, values);
  values.holder = dict;
  growSlots(h, dict, taken.length);
  h.memory.set(taken, h.memory[dict + Field.START]!);
  h.memory[dict + Field.LENGTH] = taken.length;
}

function holdsContainers({ memory }: HeapState, o: number, cls: ClassRecord): boolean {
  const start = memory[o + Field.START]!;
  for (let at = start + cls.slotCount; at < start + memory[o + Field.LENGTH]!; at++) {
    if (memory[at] !== 0 && mayBeTracked(memory, memory[at]!)) return true;
  }
  return false;
}

function track({ memory }: HeapState, dict: number): void {
  gcList.append(memory, Place.GENERATION_0, dict);
  memory[State.UNTRACKED]!--;
}
