/** The names of a module: each bound name holds one reference. Mirrors `STORE_NAME`, `DELETE_NAME`. */

import * as gcList from "../gc/gc-list";
import { createContainer, growSlots } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout, Place, State } from "../heap/memory-map";
import { builtinShape } from "../heap/shape";
import { setSlot, slot, storeSlot } from "../heap/slot";
import { slotsIn } from "../heap/slot-block";
import { Static } from "./static-object";

/** The globals of a module. Its one reference is the interpreter's. */
export interface Namespace {
  readonly id: number;
  /** The slot of each name that was ever bound, in order of first binding. */
  readonly slots: Map<string, number>;
}

/**
 * Make the namespace of a module that has just been started, in the oldest generation.
 *
 * Simplified: it is part of the start-up state: its own memory and allocation are not counted, and its names are
 * not objects. Its references are.
 */
export function createNamespace(h: HeapState): Namespace {
  const shape = builtinShape(h, {
    type: Static.MODULE_TYPE,
    length: 0,
    layout: Layout.GROWABLE,
    blockBytes: 0,
    storageBytes: 0,
  });
  const id = createContainer(h, shape);
  h.memory[State.COUNT0]!--;
  gcList.move(h.memory, id, Place.GENERATION_2);
  return { id, slots: new Map() };
}

/** The slot of a name, made when it is new. */
export function slotOfName(h: HeapState, namespace: Namespace, name: string): number {
  const known = namespace.slots.get(name);
  if (known !== undefined) return known;
  const { id, slots } = namespace;
  const i = h.memory[id + Field.LENGTH]!;
  if (i === slotsIn(h.memory[id + Field.LAYOUT]! & Layout.BLOCK_CLASS)) growSlots(h, id, Math.max(8, i + 1));
  h.memory[id + Field.LENGTH] = i + 1;
  slots.set(name, i);
  return i;
}

/** `name = value` for a value that the caller goes on holding: the name takes a reference of its own. */
export function bind(h: HeapState, namespace: Namespace, name: string, value: number): void {
  setSlot(h, namespace.id, slotOfName(h, namespace, name), value);
}

/** The object that a name stands for, borrowed; 0 when it is not bound. */
export function lookup(h: HeapState, namespace: Namespace, name: string): number {
  const i = namespace.slots.get(name);
  return i === undefined ? 0 : slot(h, namespace.id, i);
}

/** `del name`. @returns false when it was not bound. */
export function unbind(h: HeapState, namespace: Namespace, name: string): boolean {
  if (lookup(h, namespace, name) === 0) return false;
  storeSlot(h, namespace.id, slotOfName(h, namespace, name), 0);
  return true;
}
