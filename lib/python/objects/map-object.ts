/** `map`. Mirrors `map_new`, `map_next` in `Python/bltinmodule.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { call } from "../run/call";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { next } from "./iterate";
import { iterateAll } from "./iterate-all";
import { returnSelf } from "./iterator-self";
import { makeTuple } from "./make-container";
import { createRecord, type RecordKind } from "./native-record";
import type { Keywords, NativeType } from "./native-type";

/** `iters`, `func`. */
const ITERATORS: number = Field.SLOTS;
const FUNCTION: number = Field.SLOTS + 1;

const KIND: RecordKind = {
  name: "map",
  references: 2,
  words: 0,
  sizeBytes: () => 48,
  isContainer: true,
};

export const mapType: NativeType = {
  name: KIND.name,
  slots: { create: createMap, iterate: returnSelf, next: nextResult },
};

function createMap(m: Machine, _type: number, args: readonly number[], keywords: Keywords): number {
  if (keywords !== null && keywords.size > 0)
    return raise(m, "TypeError", "map() takes no keyword arguments");
  if (args.length < 2) return raise(m, "TypeError", "map() must have at least two arguments.");
  const [func, ...iterables] = args;
  const iterators = iterateAll(m, iterables);
  if (iterators === null) return 0;
  incref(m.h, func!);
  return createRecord(m, KIND, makeTuple(m, iterators), func!);
}

/** The arguments are released when the call is over, the first one first. */
function nextResult(m: Machine, o: number): number {
  const iterators = m.h.memory[o + ITERATORS]!;
  const items: number[] = [];
  for (let i = 0; i < m.h.memory[iterators + Field.LENGTH]!; i++) {
    const item = next(m, m.h.memory[m.h.memory[iterators + Field.START]! + i]!);
    if (item === 0) {
      for (const held of items) decref(m.h, held);
      return 0;
    }
    items.push(item);
  }
  const result = call(m, m.h.memory[o + FUNCTION]!, items);
  for (const item of items) decref(m.h, item);
  return result;
}
