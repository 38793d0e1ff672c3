/** Instances of classes that inherit from a built-in type with members: exceptions of a program. */

import { createContainer } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import type { MemberType } from "../heap/member-object";
import { Field, Layout } from "../heap/memory-map";
import { incref } from "../heap/refcount";
import { addShape } from "../heap/shape";
import type { ClassRecord } from "./class-record";

/**
 * A new instance. It takes a reference to each of `values`, and one to its class. The caller owns the reference to it.
 *
 * @param type - The members of the built-in type.
 * @param sizeBytes - Of an object of that type, GC head included; what the class adds is added to it.
 * @param values - One per member, in their order; 0 = NULL.
 */
export function createNativeInstance(
  h: HeapState,
  cls: ClassRecord,
  type: MemberType,
  sizeBytes: number,
  values: readonly number[],
): number {
  let shape = cls.nativeShapes.get(sizeBytes);
  if (shape === undefined) {
    shape = shapeFor(h, cls, type, sizeBytes);
    cls.nativeShapes.set(sizeBytes, shape);
  }
  incref(h, cls.id);
  const o = createContainer(h, shape);
  h.memory[o + Field.LENGTH] = type.members.length;
  const start = h.memory[o + Field.START]!;
  values.forEach((value, i) => {
    if (value === 0) return;
    incref(h, value);
    h.memory[start + i] = value;
  });
  return o;
}

/** The list of weak references, and the dict where the built-in type has none, are words of their own. */
const WORD_BYTES = 8;

function shapeFor(h: HeapState, cls: ClassRecord, type: MemberType, sizeBytes: number): number {
  const hasDict = type.members.includes("dict");
  const released = (type.released ?? type.members).map((name) => type.members.indexOf(name));
  return addShape(h, {
    type: cls.id,
    length: type.members.length + (hasDict ? 0 : 1),
    layout:
      Layout.MEMBERS | (hasDict ? 0 : Layout.SUBCLASS) | (cls.finalizer === undefined ? 0 : Layout.FINALIZER),
    blockBytes: sizeBytes + WORD_BYTES * (hasDict ? 1 : 2),
    storageBytes: 0,
    released,
    cleared: released,
  });
}
