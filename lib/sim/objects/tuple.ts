/** Tuples: filled once, tracked until the collector finds that they hold atoms only. Mirrors `Objects/tupleobject.c`. */

import { untrackIfAtoms } from "../gc/untrack";
import { createContainer, createRecycled } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { incref } from "../heap/refcount";
import { builtinShape } from "../heap/shape";
import { rememberShape } from "./remembered-shape";
import { Static } from "./static-object";

const POINTER_BYTES = 8;

/** `(a, b, ...)`: the tuple takes a reference to each item. The caller owns the reference to the tuple. */
export function createTuple(h: HeapState, items: readonly number[]): number {
  const o = createTupleOf(h, items);
  for (const item of items) incref(h, item);
  return o;
}

/** As {@link createTuple}, but the caller's references move in. */
export function createTupleOf(h: HeapState, owned: readonly number[]): number {
  if (owned.length === 0) {
    incref(h, Static.EMPTY_TUPLE);
    return Static.EMPTY_TUPLE;
  }
  const shape = shapeFor(h, owned.length);
  const o = h.freeLists.takeTuple(owned.length) ? createRecycled(h, shape) : createContainer(h, shape);
  const start = h.memory[o + Field.START]!;
  h.memory.set(owned, start);
  if (!h.profile.collector.tracksAtomTuples) untrackIfAtoms(h, o, { byType: true });
  return o;
}

/** Names under which the shapes are remembered, by length. */
const names: string[] = [];

function shapeFor(h: HeapState, length: number): number {
  names[length] ??= `tuple ${length}`;
  return h.builtinShapes.get(names[length]!) ?? rememberShape(h, names[length]!, addTupleShape(h, length));
}

function addTupleShape(h: HeapState, length: number): number {
  return builtinShape(h, {
    type: Static.TUPLE_TYPE,
    length,
    layout: Layout.BACKWARD | Layout.TRASHCAN | Layout.FREE_LIST,
    blockBytes: h.profile.objects.tupleHeadBytes + POINTER_BYTES * length,
    storageBytes: 0,
  });
}
