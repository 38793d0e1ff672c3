/** `reversed`. Mirrors `reversed_new`, `reversed_next` in `Objects/enumobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { clearError, errorIs, raise } from "../run/error";
import type { Machine } from "../run/machine";
import { returnSelf } from "./iterator-self";
import { makeInt } from "./make-atom";
import { clearReference, createRecord, type RecordKind } from "./native-record";
import type { Keywords, NativeType } from "./native-type";
import { callSpecial } from "./special-method";
import { getItem, lengthOf } from "./subscript";
import { typeName, typeOf } from "./type-lookup";

/** `seq`, and behind it `index`. */
const SEQUENCE: number = Field.SLOTS;
const INDEX: number = Field.SLOTS + 1;

const KIND: RecordKind = {
  name: "reversed",
  references: 1,
  words: 1,
  sizeBytes: () => 48,
  isContainer: true,
};

export const reversedType: NativeType = {
  name: KIND.name,
  slots: { create: createReversed, iterate: returnSelf, next: previousItem, lengthHint: itemsLeft },
};

/** What `__reversed__` gives; else an iterator that asks a sequence for its items, the last one first. */
function createReversed(m: Machine, _type: number, args: readonly number[], keywords: Keywords): number {
  if (keywords !== null && keywords.size > 0)
    return raise(m, "TypeError", "reversed() takes no keyword arguments");
  const [sequence] = args;
  if (args.length !== 1 || sequence === undefined)
    return raise(m, "TypeError", `reversed expected 1 argument, got ${args.length}`);
  const own = callSpecial(m, sequence, "__reversed__", []);
  if (own !== null) return own;
  const { getItem: get, length } = typeOf(m, sequence).slots;
  if (get === undefined || length === undefined)
    return raise(m, "TypeError", `'${typeName(m, sequence)}' object is not reversible`);
  const count = lengthOf(m, sequence);
  if (count < 0) return 0;
  incref(m.h, sequence);
  const o = createRecord(m, KIND, sequence);
  m.h.memory[o + INDEX] = count - 1;
  return o;
}

function previousItem(m: Machine, o: number): number {
  const index = m.h.memory[o + INDEX]!;
  const sequence = m.h.memory[o + SEQUENCE]!;
  if (sequence === 0) return 0;
  if (index >= 0) {
    const key = makeInt(m, index);
    const item = getItem(m, sequence, key);
    decref(m.h, key);
    if (item !== 0) {
      m.h.memory[o + INDEX] = index - 1;
      return item;
    }
    if (!errorIs(m, "IndexError") && !errorIs(m, "StopIteration")) return 0;
    clearError(m);
  }
  m.h.memory[o + INDEX] = -1;
  clearReference(m, o + SEQUENCE);
  return 0;
}

function itemsLeft(m: Machine, o: number): number {
  const sequence = m.h.memory[o + SEQUENCE]!;
  if (sequence === 0) return 0;
  const length = lengthOf(m, sequence);
  const left = m.h.memory[o + INDEX]! + 1;
  return length < left ? Math.min(length, 0) : left;
}
