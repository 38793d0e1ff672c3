/** The names of a module: its dict, and where in it each name stands. Mirrors `STORE_NAME`, `DELETE_NAME`. */

import { move } from "../gc/gc-list";
import { createContainer } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout, Place, State } from "../heap/memory-map";
import { builtinShape } from "../heap/shape";
import { setSlot, slot } from "../heap/slot";
import { addKey, deleteItem, dictShape, setItem, slotOfKey } from "./dict";
import { internedStr } from "./interned-str";
import { listShape } from "./list";
import { Static } from "./static-object";

/** A module that was there before the program. */
export interface Namespace {
  /** The module object. Its one reference is the interpreter's. */
  readonly module: number;
  /** Its dict. */
  readonly id: number;
}

/**
 * Make a module that was there before the program. Where there are generations it is in the middle one, as in a fresh
 * process: until then a full collection comes to it after what the program has made, and finds the program's objects
 * through its names.
 *
 * Simplified: its own memory is part of the start-up state and not counted. Its references and its names are there.
 *
 * @param builtins - The module `builtins`, which each module's dict holds; absent for that module itself.
 */
export function createNamespace(h: HeapState, name: string, builtins?: Namespace): Namespace {
  const shape = builtinShape(h, {
    type: Static.MODULE_TYPE,
    length: 1,
    layout: Layout.MEMBERS,
    blockBytes: 0,
    storageBytes: 0,
    released: [0],
    cleared: [0],
  });
  const module = startupContainer(h, shape);
  const id = startupContainer(h, dictShape(h, 0));
  h.internal.set(module, 1);
  h.memory[h.memory[module + Field.START]!] = id;
  setItem(h, id, internedStr(h, "__name__"), internedStr(h, name));
  setItem(h, id, internedStr(h, "__builtins__"), builtins?.module ?? module);
  return { module, id };
}

/** The slot of a name in the dict, made when it is new. */
export function slotOfName(h: HeapState, namespace: Namespace, name: string): number {
  const key = internedStr(h, name);
  const known = slotOfKey(h, namespace.id, key);
  return known < 0 ? addKey(h, namespace.id, key) : known;
}

/** `name = value` for a value that the caller goes on holding: the name takes a reference of its own. */
export function bind(h: HeapState, namespace: Namespace, name: string, value: number): void {
  setSlot(h, namespace.id, slotOfName(h, namespace, name), value);
}

/** The object that a name stands for, borrowed; 0 when it is not bound. */
export function lookup(h: HeapState, namespace: Namespace, name: string): number {
  const i = slotOfKey(h, namespace.id, internedStr(h, name));
  return i < 0 ? 0 : slot(h, namespace.id, i);
}

/** `del name`. A name that is bound again later goes to the end. @returns false when it was not bound. */
export function unbind(h: HeapState, namespace: Namespace, name: string): boolean {
  return deleteItem(h, namespace.id, internedStr(h, name));
}

/** An empty dict that was there before the program, and that the interpreter holds. */
export function createStartupDict(h: HeapState): number {
  return heldByInterpreter(h, startupContainer(h, dictShape(h, 0)));
}

/** The same for a list. */
export function createStartupList(h: HeapState): number {
  return heldByInterpreter(h, startupContainer(h, listShape(h, 0)));
}

function heldByInterpreter(h: HeapState, o: number): number {
  h.internal.set(o, 1);
  return o;
}

/** An object that was there before the program: allocated, but counted by nobody. */
function startupContainer(h: HeapState, shape: number): number {
  const o = createContainer(h, shape);
  h.memory[State.COUNT0]!--;
  const isGenerational = h.profile.collector.kind === "generational";
  move(h.memory, o, isGenerational ? Place.GENERATION_1 : Place.GENERATION_2);
  return o;
}
