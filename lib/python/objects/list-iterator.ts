/** Iterators of lists, in both directions. Mirrors `listiter_next` and `listreviter_next` in `Objects/listobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import type { Machine } from "../run/machine";
import { returnSelf } from "./iterator-self";
import { clearReference, createRecord, type RecordKind } from "./native-record";
import type { NativeType } from "./native-type";

/** `it_seq`, and behind it `it_index`. */
const SEQUENCE: number = Field.SLOTS;
const INDEX: number = Field.SLOTS + 1;

const FORWARD: RecordKind = {
  name: "list_iterator",
  references: 1,
  words: 1,
  sizeBytes: () => 48,
  isContainer: true,
};

const BACKWARD: RecordKind = { ...FORWARD, name: "list_reverseiterator" };

export const listIteratorType: NativeType = {
  name: FORWARD.name,
  slots: { iterate: returnSelf, next: nextOfList, lengthHint: itemsAhead },
};

export const listReverseIteratorType: NativeType = {
  name: BACKWARD.name,
  slots: { iterate: returnSelf, next: previousOfList, lengthHint: itemsBehind },
};

/** `iter(list)`. */
export function createListIterator(m: Machine, list: number): number {
  incref(m.h, list);
  return createRecord(m, FORWARD, list);
}

/** `reversed(list)`. */
export function createListReverseIterator(m: Machine, list: number): number {
  incref(m.h, list);
  const iterator = createRecord(m, BACKWARD, list);
  m.h.memory[iterator + INDEX] = m.h.memory[list + Field.LENGTH]! - 1;
  return iterator;
}

/** The next item, owned; 0 at the end, where the iterator lets go of the list. */
export function nextOfList(m: Machine, iterator: number): number {
  const { memory } = m.h;
  const list = memory[iterator + SEQUENCE]!;
  if (list === 0) return 0;
  const i = memory[iterator + INDEX]!;
  if (i < memory[list + Field.LENGTH]!) {
    const item = memory[memory[list + Field.START]! + i]!;
    memory[iterator + INDEX] = i + 1;
    incref(m.h, item);
    return item;
  }
  clearReference(m, iterator + SEQUENCE);
  return 0;
}

function previousOfList(m: Machine, iterator: number): number {
  const { memory } = m.h;
  const list = memory[iterator + SEQUENCE]!;
  if (list === 0) return 0;
  const i = memory[iterator + INDEX]!;
  if (i >= 0 && i < memory[list + Field.LENGTH]!) {
    const item = memory[memory[list + Field.START]! + i]!;
    memory[iterator + INDEX] = i - 1;
    incref(m.h, item);
    return item;
  }
  memory[iterator + INDEX] = -1;
  if (i >= 0 || !m.rules.containers.reversedKeepsList) clearReference(m, iterator + SEQUENCE);
  return 0;
}

function itemsAhead({ h: { memory } }: Machine, iterator: number): number {
  const list = memory[iterator + SEQUENCE]!;
  return list === 0 ? 0 : Math.max(0, memory[list + Field.LENGTH]! - memory[iterator + INDEX]!);
}

function itemsBehind({ h: { memory } }: Machine, iterator: number): number {
  const list = memory[iterator + SEQUENCE]!;
  const count = memory[iterator + INDEX]! + 1;
  return list === 0 || count > memory[list + Field.LENGTH]! ? 0 : count;
}
