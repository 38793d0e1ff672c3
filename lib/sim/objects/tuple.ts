/** Tuples: filled once, tracked until the collector finds that they hold atoms only. Mirrors `Objects/tupleobject.c`. */

import { untrackIfAtoms } from "../gc/untrack";
import { createContainer, createRecycled } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { incref } from "../heap/refcount";
import { builtinShape } from "../heap/shape";
import { Static } from "./static-object";

const POINTER_BYTES = 8;

/** `(a, b, ...)`: the tuple takes a reference to each item. The caller owns the reference to the tuple. */
export function createTuple(h: HeapState, items: readonly number[]): number {
  if (items.length === 0) {
    incref(h, Static.EMPTY_TUPLE);
    return Static.EMPTY_TUPLE;
  }
  const shape = builtinShape(h, {
    type: Static.TUPLE_TYPE,
    length: items.length,
    layout: Layout.BACKWARD | Layout.TRASHCAN | Layout.FREE_LIST,
    blockBytes: h.profile.objects.tupleHeadBytes + POINTER_BYTES * items.length,
    storageBytes: 0,
  });
  const o = h.freeLists.takeTuple(items.length) ? createRecycled(h, shape) : createContainer(h, shape);
  const start = h.memory[o + Field.START]!;
  for (let i = 0; i < items.length; i++) {
    incref(h, items[i]!);
    h.memory[start + i] = items[i]!;
  }
  if (!h.profile.collector.tracksAtomTuples) untrackIfAtoms(h, o, { byType: true });
  return o;
}
