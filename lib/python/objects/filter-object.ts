/** `filter`. Mirrors `filter_new`, `filter_next` in `Python/bltinmodule.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { call } from "../run/call";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { iterate, next } from "./iterate";
import { returnSelf } from "./iterator-self";
import { createRecord, type RecordKind } from "./native-record";
import type { Keywords, NativeType } from "./native-type";
import { isTrue } from "./truth";

/** `func`, `it`. */
const FUNCTION: number = Field.SLOTS;
const ITERATOR: number = Field.SLOTS + 1;

const KIND: RecordKind = {
  name: "filter",
  references: 2,
  words: 0,
  sizeBytes: () => 48,
  isContainer: true,
};

export const filterType: NativeType = {
  name: KIND.name,
  slots: { create: createFilter, iterate: returnSelf, next: nextTrue },
};

function createFilter(m: Machine, _type: number, args: readonly number[], keywords: Keywords): number {
  if (keywords !== null && keywords.size > 0)
    return raise(m, "TypeError", "filter() takes no keyword arguments");
  if (args.length !== 2) return raise(m, "TypeError", `filter expected 2 arguments, got ${args.length}`);
  const [func, iterable] = args;
  const iterator = iterate(m, iterable!);
  if (iterator === 0) return 0;
  incref(m.h, func!);
  return createRecord(m, KIND, func!, iterator);
}

function nextTrue(m: Machine, o: number): number {
  for (;;) {
    const item = next(m, m.h.memory[o + ITERATOR]!);
    if (item === 0) return 0;
    const passes = test(m, m.h.memory[o + FUNCTION]!, item);
    if (passes === 1) return item;
    decref(m.h, item);
    if (passes < 0) return 0;
  }
}

/** 1, 0, or -1 with an exception set. Without a function the item itself decides. */
function test(m: Machine, func: number, item: number): number {
  if (func === Static.NONE || func === Static.BOOL_TYPE) return isTrue(m, item);
  const result = call(m, func, [item]);
  if (result === 0) return -1;
  const truth = isTrue(m, result);
  decref(m.h, result);
  return truth;
}
