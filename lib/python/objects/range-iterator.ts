/** Iterators of ranges. Mirrors `rangeiter_next`, `longrangeiter_next` in `Objects/rangeobject.c`. */

import { keepNative } from "../../sim/heap/member-object";
import { Field } from "../../sim/heap/memory-map";
import type { Machine } from "../run/machine";
import { add, multiply, subtract, type Whole } from "./int-arithmetic";
import { returnSelf } from "./iterator-self";
import { makeInt } from "./make-atom";
import { createRecord, type RecordKind } from "./native-record";
import type { NativeType } from "./native-type";

/** Words, when all numbers fit: the next one, how many are left, the step. A step of 0: {@link Ahead} says all three. */
const NEXT: number = Field.SLOTS;
const LEFT: number = Field.SLOTS + 1;
const STEP: number = Field.SLOTS + 2;

/** What is ahead of an iterator whose numbers do not fit into words. */
interface Ahead {
  next: Whole;
  left: Whole;
  readonly step: Whole;
}

const KIND: RecordKind = {
  name: "range_iterator",
  references: 0,
  words: 3,
  sizeBytes: (h) => h.profile.objects.rangeIteratorBytes,
  isContainer: false,
};

/** For numbers beyond a C `long`. */
const LONG: RecordKind = { ...KIND, name: "longrange_iterator" };

export const rangeIteratorType: NativeType = {
  name: KIND.name,
  slots: { iterate: returnSelf, next: nextOfRange, lengthHint: numbersLeft },
};

export const longRangeIteratorType: NativeType = {
  name: LONG.name,
  slots: { iterate: returnSelf, next: nextOfRange, lengthHint: numbersLeft },
};

/** Gives `length` numbers from `start` on. */
export function createRangeIterator(m: Machine, start: Whole, step: Whole, length: Whole): number {
  const end = add(start, multiply(step, length));
  const isLong = [start, step, end].some((value) => value > 2n ** 63n - 1n || value < -(2n ** 63n));
  const iterator = createRecord(m, isLong ? LONG : KIND, 0);
  if ([start, step, end, length].every(fitsWord)) {
    const { memory } = m.h;
    memory[iterator + NEXT] = Number(start);
    memory[iterator + LEFT] = Number(length);
    memory[iterator + STEP] = Number(step);
  } else keepNative(m.h, iterator, { next: start, left: length, step } satisfies Ahead);
  return iterator;
}

/** The next int, owned; 0 at the end. Makes nothing but the int. */
export function nextOfRange(m: Machine, iterator: number): number {
  const { memory } = m.h;
  const step = memory[iterator + STEP]!;
  if (step === 0) return nextLong(m, iterator);
  const left = memory[iterator + LEFT]!;
  if (left === 0) return 0;
  memory[iterator + LEFT] = left - 1;
  const next = memory[iterator + NEXT]!;
  memory[iterator + NEXT] = next + step;
  return makeInt(m, next);
}

function nextLong(m: Machine, iterator: number): number {
  const ahead = m.h.native.get(iterator) as Ahead;
  if (ahead.left === 0) return 0;
  const next = ahead.next;
  ahead.next = add(next, ahead.step);
  ahead.left = subtract(ahead.left, 1);
  return makeInt(m, next);
}

function numbersLeft(m: Machine, iterator: number): number {
  const ahead = m.h.native.get(iterator) as Ahead | undefined;
  return ahead === undefined ? m.h.memory[iterator + LEFT]! : Number(ahead.left);
}

function fitsWord(value: Whole): boolean {
  return value >= -(2 ** 31) && value < 2 ** 31;
}
