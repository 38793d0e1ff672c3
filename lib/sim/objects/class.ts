/** Classes: `class C: pass` at run time. Mirrors `type_new` as far as instances need it. */

import { BadArgumentError } from "../errors";
import { move } from "../gc/gc-list";
import { createContainer } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Layout, Place, State } from "../heap/memory-map";
import { builtinShape } from "../heap/shape";
import { ClassRecord } from "./class-record";
import { Static } from "./static-object";

/**
 * Make a class. The caller owns the reference; each living instance holds another.
 *
 * Simplified: in real CPython a class is a cycle of about six tracked objects (dict, mro, descriptors); here it is
 * one, and it starts in the oldest generation, where the first `gc.collect()` of a program puts it.
 */
export function createClass(h: HeapState, name: string): ClassRecord {
  const shape = builtinShape(h, {
    type: Static.TYPE_TYPE,
    length: 0,
    layout: Layout.GROWABLE,
    blockBytes: h.profile.objects.typeBytes,
    storageBytes: 0,
  });
  const id = createContainer(h, shape);
  h.memory[State.COUNT0]!--;
  move(h.memory, id, Place.GENERATION_2);
  const record = new ClassRecord(id, name, h.profile.objects.instance);
  h.classes.set(id, record);
  return record;
}

/** What is known of a class object. @throws {BadArgumentError} When `type` is no class made by {@link createClass}. */
export function classRecord(h: HeapState, type: number): ClassRecord {
  const record = h.classes.get(type);
  if (record === undefined)
    throw new BadArgumentError(`Object ${type} is not a class that was made on this heap.`);
  return record;
}
