/** `zip`. Mirrors `zip_new`, `zip_next` in `Python/bltinmodule.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { storeSlot } from "../../sim/heap/slot";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { next } from "./iterate";
import { iterateAll } from "./iterate-all";
import { returnSelf } from "./iterator-self";
import { makeTuple } from "./make-container";
import { createRecord, type RecordKind } from "./native-record";
import type { Keywords, NativeType } from "./native-type";
import { createResult, isUnshared, trackAgain } from "./result-tuple";
import { isTrue } from "./truth";

/** `ittuple`, `result`, and behind them `strict`. */
const ITERATORS: number = Field.SLOTS;
const RESULT: number = Field.SLOTS + 1;
const STRICT: number = Field.SLOTS + 2;

const KIND: RecordKind = {
  name: "zip",
  references: 2,
  words: 1,
  sizeBytes: (h) => h.profile.objects.zipBytes,
  isContainer: true,
};

export const zipType: NativeType = {
  name: KIND.name,
  slots: { create: createZip, iterate: returnSelf, next: nextTuple },
};

function createZip(m: Machine, _type: number, args: readonly number[], keywords: Keywords): number {
  const strict = strictness(m, keywords);
  if (strict < 0) return 0;
  const iterators = iterateAll(m, args);
  if (iterators === null) return 0;
  const tuple = makeTuple(m, iterators);
  const o = createRecord(m, KIND, tuple, createResult(m, args.length));
  m.h.memory[o + STRICT] = strict;
  return o;
}

/** `strict=`: 1, 0, or -1 with an exception set. */
function strictness(m: Machine, keywords: Keywords): number {
  if (keywords === null || keywords.size === 0) return 0;
  const strict = keywords.get("strict");
  if (strict !== undefined && keywords.size === 1 && m.rules.containers.zipIsStrict) return isTrue(m, strict);
  const name = [...keywords.keys()].find((keyword) => keyword !== "strict");
  if (!m.rules.containers.zipIsStrict) raise(m, "TypeError", "zip() takes no keyword arguments");
  else if (keywords.size > 1)
    raise(m, "TypeError", `zip() takes at most 1 keyword argument (${keywords.size} given)`);
  else raise(m, "TypeError", `'${name}' is an invalid keyword argument for zip()`);
  return -1;
}

function nextTuple(m: Machine, o: number): number {
  const { memory } = m.h;
  const iterators = memory[o + ITERATORS]!;
  if (memory[iterators + Field.LENGTH] === 0) return 0;
  const result = memory[o + RESULT]!;
  return isUnshared(m, result) ? refill(m, o, iterators, result) : fillNew(m, o, iterators);
}

/** Each item takes the place of the last round's, which is released at once. */
function refill(m: Machine, o: number, iterators: number, result: number): number {
  incref(m.h, result);
  for (let i = 0; i < m.h.memory[iterators + Field.LENGTH]!; i++) {
    const item = nextOf(m, iterators, i);
    if (item === 0) {
      decref(m.h, result);
      return finish(m, o, iterators, i);
    }
    storeSlot(m.h, result, i, item);
  }
  trackAgain(m, result);
  return result;
}

function fillNew(m: Machine, o: number, iterators: number): number {
  const items: number[] = [];
  for (let i = 0; i < m.h.memory[iterators + Field.LENGTH]!; i++) {
    const item = nextOf(m, iterators, i);
    if (item === 0) {
      for (let k = items.length - 1; k >= 0; k--) decref(m.h, items[k]!);
      return finish(m, o, iterators, i);
    }
    items.push(item);
  }
  return makeTuple(m, items);
}

/** The iterator `i` is exhausted: with `strict`, all others must be, too. */
function finish(m: Machine, o: number, iterators: number, i: number): 0 {
  if (m.error !== 0 || m.h.memory[o + STRICT] === 0) return 0;
  if (i > 0) return fail(m, i, "shorter");
  for (let other = 1; other < m.h.memory[iterators + Field.LENGTH]!; other++) {
    const item = nextOf(m, iterators, other);
    if (item !== 0) {
      decref(m.h, item);
      return fail(m, other, "longer");
    }
    if (m.error !== 0) return 0;
  }
  return 0;
}

function fail(m: Machine, i: number, how: "shorter" | "longer"): 0 {
  const others = i === 1 ? "argument 1" : `arguments 1-${i}`;
  return raise(m, "ValueError", `zip() argument ${i + 1} is ${how} than ${others}`);
}

function nextOf(m: Machine, iterators: number, i: number): number {
  return next(m, m.h.memory[m.h.memory[iterators + Field.START]! + i]!);
}
