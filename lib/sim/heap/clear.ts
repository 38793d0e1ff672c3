/** Makes a container drop what it holds while it stays alive. Mirrors the `tp_clear` of each type. */

import { detachDict } from "../objects/instance-dict";
import { clearShownValues, unshare } from "../objects/split-dict";
import { Static } from "../objects/static-object";
import { clearWeakref, dropCallback } from "../objects/weakref-list";
import { positionOf } from "./dealloc";
import type { HeapState } from "./heap-state";
import { Field, Layout } from "./memory-map";
import { dropOwnDict } from "./own-dict";
import { decrefInFull } from "./refcount";
import { resizeStorage, shapeOf } from "./shape";
import { giveBlock } from "./slot-block";

/**
 * Release every reference that `o` holds, in the order of its type's `tp_clear`. The caller keeps `o` alive meanwhile.
 * A tuple is left alone: it has no `tp_clear`, because nobody may see a tuple change.
 */
export function clear(h: HeapState, o: number): void {
  const layout = h.memory[o + Field.LAYOUT]!;
  if (
    (layout &
      (Layout.GROWABLE | Layout.BACKWARD | Layout.MEMBERS | Layout.MANAGED_DICT | Layout.SUBCLASS)) ===
    0
  )
    return clearAttributes(h, o);
  if ((layout & Layout.WEAKREF) !== 0) clearReference(h, o);
  const type = h.memory[o + Field.TYPE]!;
  if ((layout & Layout.SUBCLASS) !== 0) dropOwnDict(h, o);
  else if (type >= Static.FIRST_ALLOCATED) return clearInstance(h, o);
  if (type === Static.DICT_TYPE && (layout & Layout.MANAGED_DICT) !== 0) clearShownValues(h, o);
  else if ((layout & Layout.GROWABLE) !== 0) clearItems(h, o, layout);
  else if (type === Static.TYPE_TYPE) clearClass(h, o);
  else if ((layout & Layout.MEMBERS) !== 0) clearMembers(h, o);
}

/** A plain instance: `__slots__`, then its values one by one, in the order of the shared keys (`subtype_clear`). */
export function clearAttributes(h: HeapState, o: number): void {
  const { memory } = h;
  const start = memory[o + Field.START]!;
  const length = memory[o + Field.LENGTH]!;
  for (let i = 0; i < length; i++) {
    // A death may have run code of the program: then everything is read anew.
    if (h.memory !== memory || memory[o + Field.START] !== start) return clearSlots(h, o);
    const referent = memory[start + i]!;
    if (referent === 0) continue;
    memory[start + i] = 0;
    decrefInFull(h, referent);
  }
}

/** An instance, in full: `__slots__`, then its values in the order of the shared keys, or its dict. */
function clearInstance(h: HeapState, o: number): void {
  if ((h.memory[o + Field.LAYOUT]! & Layout.MANAGED_DICT) !== 0) detachDict(h, o);
  clearSlots(h, o);
}

function clearSlots(h: HeapState, o: number): void {
  for (let i = 0; i < h.memory[o + Field.LENGTH]!; i++) clearSlot(h, o, i);
}

/** A function, cell, frame, ...: each in the order of its C function. */
function clearMembers(h: HeapState, o: number): void {
  for (const i of shapeOf(h, o).cleared ?? []) clearSlot(h, o, i);
}

/** A weak reference is cut off from its object, and lets go of its callback (`gc_clear` in weakrefobject.c). */
function clearReference(h: HeapState, ref: number): void {
  clearWeakref(h, ref);
  dropCallback(h, ref);
}

/** A class stays usable for its instances, but its dict is emptied and it forgets its mro (`type_clear`). */
function clearClass(h: HeapState, cls: number): void {
  h.classes.get(cls)?.watcher?.cleared();
  const dict = h.memory[h.memory[cls + Field.START]!]!;
  if (dict !== 0) clear(h, dict);
  clearSlot(h, cls, 1);
}

/** Read the memory anew each time: a death may have run code of the program. */
function clearSlot(h: HeapState, o: number, i: number): void {
  const at = h.memory[o + Field.START]! + i;
  const referent = h.memory[at]!;
  if (referent === 0) return;
  h.memory[at] = 0;
  decrefInFull(h, referent);
}

/** A list, dict or set: it is empty before the first reference goes (`list_clear`, `PyDict_Clear`, `set_clear_internal`). */
function clearItems(h: HeapState, o: number, layout: number): void {
  const start = h.memory[o + Field.START]!;
  const length = h.memory[o + Field.LENGTH]!;
  resizeStorage(h, o, 0);
  h.memory[o + Field.LENGTH] = 0;
  h.memory[o + Field.LAYOUT]! &= ~Layout.BLOCK_CLASS;
  h.dicts.delete(o);
  h.sets.delete(o);
  unshare(h, o);
  for (let i = 0; i < length; i++) {
    const referent = h.memory[start + positionOf(layout, length, i)]!;
    if (referent !== 0) decrefInFull(h, referent);
  }
  giveBlock(h, layout & Layout.BLOCK_CLASS, start);
}
