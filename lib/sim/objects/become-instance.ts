/** Instances of classes that inherit from list, dict, int and the like: what their base makes, with a class of the program. */

import { createContainer } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { ownDictAt } from "../heap/own-dict";
import { incref } from "../heap/refcount";
import { addShape, moveStorage, shapeOf } from "../heap/shape";
import type { ClassRecord } from "./class-record";
import { createDict } from "./dict";

/** The GC head that an atom has not; the words for the dict and the weak references. */
const GC_HEAD_BYTES = 16;
const ADDED_BYTES = 16;

/**
 * An instance of `cls` with the value or the items of `plain`, an object of its built-in base. The caller owns the
 * reference to it.
 *
 * @param plain - Stays the caller's. A list, dict or set must be nobody else's: it is empty after this.
 */
export function becomeInstance(h: HeapState, plain: number, cls: ClassRecord): number {
  const isGrowable = (h.memory[plain + Field.LAYOUT]! & Layout.GROWABLE) !== 0;
  const o = createContainer(h, instanceShape(h, plain, cls));
  incref(h, cls.id);
  if (isGrowable) moveItems(h, plain, o);
  else copyItems(h, plain, o);
  const value = h.payload.get(plain);
  if (value !== undefined) h.payload.set(o, value);
  return o;
}

/** `o.__dict__` of such an instance, borrowed; 0 = none has been made. @param make - Make it then. */
export function subclassDict(h: HeapState, o: number, make: boolean): number {
  const known = h.memory[ownDictAt(h.memory, o)]!;
  if (known !== 0 || !make) return known;
  const dict = createDict(h);
  h.memory[ownDictAt(h.memory, o)] = dict;
  return dict;
}

/** As the base's, one word longer; it goes to no free list. */
function instanceShape(h: HeapState, plain: number, cls: ClassRecord): number {
  const layout = h.memory[plain + Field.LAYOUT]!;
  const length = (layout & Layout.GROWABLE) !== 0 ? 0 : h.memory[plain + Field.LENGTH]!;
  // What exists from the start has no shape: the small ints, True, the empty tuple.
  const base = h.memory[plain + Field.SHAPE] === 0 ? 0 : shapeOf(h, plain).blockBytes;
  const blockBytes = base + ADDED_BYTES + ((layout & Layout.ATOM) !== 0 ? GC_HEAD_BYTES : 0);
  const key = blockBytes * 2 ** 20 + length;
  let shape = cls.nativeShapes.get(key);
  if (shape === undefined) {
    shape = addShape(h, {
      type: cls.id,
      length: length + 1,
      layout:
        (layout & (Layout.GROWABLE | Layout.BACKWARD | Layout.PAIRS | Layout.TRASHCAN)) |
        Layout.SUBCLASS |
        (cls.finalizer === undefined ? 0 : Layout.FINALIZER),
      blockBytes,
      storageBytes: 0,
    });
    cls.nativeShapes.set(key, shape);
  }
  return shape;
}

/** The slots of a list, dict or set, and its table. */
function moveItems(h: HeapState, plain: number, o: number): void {
  const { memory } = h;
  const blockClass = memory[plain + Field.LAYOUT]! & Layout.BLOCK_CLASS;
  if (blockClass !== 0) memory[o + Field.START] = memory[plain + Field.START]!;
  memory[o + Field.LENGTH] = memory[plain + Field.LENGTH]!;
  memory[o + Field.LAYOUT]! |= blockClass;
  memory[plain + Field.START] = plain + Field.SLOTS;
  memory[plain + Field.LENGTH] = 0;
  memory[plain + Field.LAYOUT]! &= ~Layout.BLOCK_CLASS;
  if (shapeOf(h, plain).storageBytes !== 0) moveStorage(h, plain, o);
  for (const tables of [h.dicts, h.sets] as readonly Map<number, unknown>[]) {
    const table = tables.get(plain);
    if (table === undefined) continue;
    tables.set(o, table);
    tables.delete(plain);
  }
}

/** The items of a tuple, which may be somebody else's too. */
function copyItems(h: HeapState, plain: number, o: number): void {
  const length = h.memory[plain + Field.LENGTH]!;
  h.memory[o + Field.LENGTH] = length;
  for (let i = 0; i < length; i++) {
    const item = h.memory[h.memory[plain + Field.START]! + i]!;
    incref(h, item);
    h.memory[h.memory[o + Field.START]! + i] = item;
  }
}
