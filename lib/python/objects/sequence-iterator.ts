/** Iterators of objects that have only `__getitem__`. Mirrors `PySeqIter_New`, `iter_iternext` in `Objects/iterobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { clearError, errorIs } from "../run/error";
import type { Machine } from "../run/machine";
import { returnSelf } from "./iterator-self";
import { makeInt } from "./make-atom";
import { clearReference, createRecord, type RecordKind } from "./native-record";
import type { NativeType } from "./native-type";
import { getItem } from "./subscript";

/** `it_seq`, and behind it `it_index`. */
const SEQUENCE: number = Field.SLOTS;
const INDEX: number = Field.SLOTS + 1;

const KIND: RecordKind = {
  name: "iterator",
  references: 1,
  words: 1,
  sizeBytes: () => 48,
  isContainer: true,
};

export const sequenceIteratorType: NativeType = {
  name: KIND.name,
  slots: { iterate: returnSelf, next: nextOfSequence },
};

/** `iter(o)`: asks for the items 0, 1, 2, ... until `IndexError` or `StopIteration`. */
export function createSequenceIterator(m: Machine, o: number): number {
  incref(m.h, o);
  return createRecord(m, KIND, o);
}

function nextOfSequence(m: Machine, iterator: number): number {
  const sequence = m.h.memory[iterator + SEQUENCE]!;
  if (sequence === 0) return 0;
  const index = makeInt(m, m.h.memory[iterator + INDEX]!);
  const item = getItem(m, sequence, index);
  decref(m.h, index);
  if (item !== 0) {
    m.h.memory[iterator + INDEX]!++;
    return item;
  }
  if (!errorIs(m, "IndexError") && !errorIs(m, "StopIteration")) return 0;
  clearError(m);
  clearReference(m, iterator + SEQUENCE);
  return 0;
}
