/** Iterators of sets. Mirrors `setiter_iternext` in `Objects/setobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { elementAt, elementCount, nextPlace } from "../../sim/objects/set-elements";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { returnSelf } from "./iterator-self";
import { clearReference, createRecord, type RecordKind } from "./native-record";
import type { NativeType } from "./native-type";

/** `si_set`; behind it `si_used` (-1: the set has changed), `si_pos`, `len`. */
const SET: number = Field.SLOTS;
const USED: number = Field.SLOTS + 1;
const POSITION: number = Field.SLOTS + 2;
const LEFT: number = Field.SLOTS + 3;

const KIND: RecordKind = {
  name: "set_iterator",
  references: 1,
  words: 3,
  sizeBytes: () => 64,
  isContainer: true,
};

export const setIteratorType: NativeType = {
  name: KIND.name,
  slots: { iterate: returnSelf, next: nextOfSet, lengthHint: elementsLeft },
};

/** `iter(set)`. */
export function createSetIterator(m: Machine, set: number): number {
  incref(m.h, set);
  const iterator = createRecord(m, KIND, set);
  m.h.memory[iterator + USED] = m.h.memory[iterator + LEFT] = elementCount(m.h, set);
  return iterator;
}

function nextOfSet(m: Machine, iterator: number): number {
  const { memory } = m.h;
  const set = memory[iterator + SET]!;
  if (set === 0) return 0;
  if (memory[iterator + USED] !== elementCount(m.h, set)) {
    memory[iterator + USED] = -1;
    return raise(m, "RuntimeError", "Set changed size during iteration");
  }
  const place = nextPlace(m.h, set, memory[iterator + POSITION]!);
  if (place < 0) {
    clearReference(m, iterator + SET);
    return 0;
  }
  memory[iterator + POSITION] = place + 1;
  memory[iterator + LEFT]!--;
  const element = elementAt(m.h, set, place);
  incref(m.h, element);
  return element;
}

function elementsLeft(m: Machine, iterator: number): number {
  const set = m.h.memory[iterator + SET]!;
  const unchanged = set !== 0 && m.h.memory[iterator + USED] === elementCount(m.h, set);
  return unchanged ? m.h.memory[iterator + LEFT]! : 0;
}
