/** `iter(callable, sentinel)`. Mirrors `calliter_iternext` in `Objects/iterobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { call } from "../run/call";
import { clearError, errorIs } from "../run/error";
import type { Machine } from "../run/machine";
import { equals } from "./compare";
import { returnSelf } from "./iterator-self";
import { clearReference, createRecord, type RecordKind } from "./native-record";
import type { NativeType } from "./native-type";

const CALLABLE: number = Field.SLOTS;
const SENTINEL: number = Field.SLOTS + 1;

const KIND: RecordKind = {
  name: "callable_iterator",
  references: 2,
  words: 0,
  sizeBytes: () => 48,
  isContainer: true,
};

export const callableIteratorType: NativeType = {
  name: KIND.name,
  slots: { iterate: returnSelf, next: nextResult },
};

/** Calls `callable` without arguments until it returns what equals `sentinel`, or raises `StopIteration`. */
export function createCallableIterator(m: Machine, callable: number, sentinel: number): number {
  incref(m.h, callable);
  incref(m.h, sentinel);
  return createRecord(m, KIND, callable, sentinel);
}

function nextResult(m: Machine, iterator: number): number {
  const callable = m.h.memory[iterator + CALLABLE]!;
  if (callable === 0) return 0;
  const result = call(m, callable, []);
  if (result !== 0) {
    const sentinel = m.h.memory[iterator + SENTINEL]!;
    const isLast = sentinel === 0 ? 1 : equals(m, sentinel, result);
    if (isLast === 0) return result;
    decref(m.h, result);
    if (isLast > 0) finish(m, iterator);
  } else if (errorIs(m, "StopIteration")) {
    clearError(m);
    finish(m, iterator);
  }
  return 0;
}

function finish(m: Machine, iterator: number): void {
  clearReference(m, iterator + CALLABLE);
  clearReference(m, iterator + SENTINEL);
}
