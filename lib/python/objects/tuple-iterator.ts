/** Iterators of tuples. Mirrors `tupleiter_next` in `Objects/tupleobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import type { Machine } from "../run/machine";
import { returnSelf } from "./iterator-self";
import { clearReference, createRecord, type RecordKind } from "./native-record";
import type { NativeType } from "./native-type";

/** `it_seq`, and behind it `it_index`. */
const SEQUENCE: number = Field.SLOTS;
const INDEX: number = Field.SLOTS + 1;

const KIND: RecordKind = {
  name: "tuple_iterator",
  references: 1,
  words: 1,
  sizeBytes: () => 48,
  isContainer: true,
};

export const tupleIteratorType: NativeType = {
  name: KIND.name,
  slots: { iterate: returnSelf, next: nextOfTuple, lengthHint: itemsAhead },
};

/** `iter(tuple)`. */
export function createTupleIterator(m: Machine, tuple: number): number {
  incref(m.h, tuple);
  return createRecord(m, KIND, tuple);
}

/** The next item, owned; 0 at the end, where the iterator lets go of the tuple. */
export function nextOfTuple(m: Machine, iterator: number): number {
  const { memory } = m.h;
  const tuple = memory[iterator + SEQUENCE]!;
  if (tuple === 0) return 0;
  const i = memory[iterator + INDEX]!;
  if (i < memory[tuple + Field.LENGTH]!) {
    const item = memory[memory[tuple + Field.START]! + i]!;
    memory[iterator + INDEX] = i + 1;
    incref(m.h, item);
    return item;
  }
  clearReference(m, iterator + SEQUENCE);
  return 0;
}

function itemsAhead({ h: { memory } }: Machine, iterator: number): number {
  const tuple = memory[iterator + SEQUENCE]!;
  return tuple === 0 ? 0 : memory[tuple + Field.LENGTH]! - memory[iterator + INDEX]!;
}
