/** Ranges. Mirrors `Objects/rangeobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { numberHash, tupleHash } from "../../sim/objects/hash-value";
import { CompareOp } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { fill } from "./fill";
import { add, floorDivide, modulo, multiply, subtract, type Whole } from "./int-arithmetic";
import { intOf, intValue, isInt, makeBool, makeInt, makeNotImplemented } from "./make-atom";
import { createRecord, type RecordKind } from "./native-record";
import type { Keywords, NativeAttribute, NativeType } from "./native-type";
import { createRangeIterator } from "./range-iterator";
import { rangeLength } from "./range-length";
import { isIndex } from "./sequence-index";
import { countIn, indexIn, searchIn } from "./sequence-search";
import { exactIndices } from "./slice-indices";
import { isSlice } from "./slice-object";
import { typeName, typeOf } from "./type-lookup";

/** `start`, `stop`, `step`, `length`: ints. */
const KIND: RecordKind = {
  name: "range",
  references: 4,
  words: 0,
  sizeBytes: () => 48,
  isContainer: false,
};

export const rangeType: NativeType = {
  name: KIND.name,
  slots: {
    create: createRange,
    repr: reprRange,
    hash: hashRange,
    compare: compareRanges,
    truth: (m, range) => (partsOf(m, range)[3] === 0 ? 0 : 1),
    length: lengthOfRange,
    contains: (m, range, item) => containsValue(m, range, item),
    getItem: getRangeItem,
    iterate: (m, range) => iterateRange(m, range, false),
  },
  methods: [
    { name: "count", least: 1, call: (m, [range, item]) => countInRange(m, range!, item!) },
    { name: "index", least: 1, call: (m, [range, item]) => indexInRange(m, range!, item!) },
    { name: "__reversed__", call: (m, [range]) => iterateRange(m, range!, true) },
  ],
  attributes: ["start", "stop", "step"].map(
    (name, i): NativeAttribute => ({ name, get: (m, o) => memberOf(m, o, i) }),
  ),
};

/** `range(start, stop, step)`, owned. @param step - Not 0. */
export function makeRange(m: Machine, start: Whole, stop: Whole, step: Whole): number {
  const length = rangeLength(start, stop, step);
  return createRecord(m, KIND, makeInt(m, start), makeInt(m, stop), makeInt(m, step), makeInt(m, length));
}

/** Start, stop, step, length. */
function partsOf(m: Machine, range: number): readonly [Whole, Whole, Whole, Whole] {
  const at = (i: number): Whole => intValue(m, m.h.memory[range + Field.SLOTS + i]!);
  return [at(0), at(1), at(2), at(3)];
}

function createRange(m: Machine, _type: number, args: readonly number[], keywords: Keywords): number {
  if (keywords !== null && keywords.size > 0)
    return raise(m, "TypeError", "range() takes no keyword arguments");
  if (args.length === 0) return raise(m, "TypeError", fill(m.rules.texts.emptyRange));
  if (args.length > 3) return raise(m, "TypeError", `range expected at most 3 arguments, got ${args.length}`);
  const values: Whole[] = [];
  for (const arg of args) {
    const value = intOf(m, arg);
    if (value === null) return 0;
    values.push(value);
  }
  const [start, stop, step = 1] = values.length === 1 ? [0, values[0]!] : values;
  if (step === 0) return raise(m, "ValueError", "range() arg 3 must not be zero");
  return makeRange(m, start!, stop!, step);
}

function reprRange(m: Machine, range: number): string {
  const [start, stop, step] = partsOf(m, range);
  return step === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`;
}

/** Ranges that give the same numbers have the same hash. */
function hashRange(m: Machine, range: number): bigint {
  const [start, , step, length] = partsOf(m, range);
  const first = length === 0 ? 0n : numberHash(start);
  return tupleHash([numberHash(length), first, length === 0 || length === 1 ? 0n : numberHash(step)]);
}

/** Ranges are equal when they give the same numbers. */
function compareRanges(m: Machine, op: CompareOp, a: number, b: number): number {
  const comparable = typeOf(m, a).native === rangeType && typeOf(m, b).native === rangeType;
  if (!comparable || (op !== CompareOp.EQ && op !== CompareOp.NE)) return makeNotImplemented(m);
  const [start, , step, length] = partsOf(m, a);
  const [otherStart, , otherStep, otherLength] = partsOf(m, b);
  const same =
    length === otherLength &&
    (length === 0 || (start === otherStart && (length === 1 || step === otherStep)));
  return makeBool(m, same === (op === CompareOp.EQ));
}

function lengthOfRange(m: Machine, range: number): number {
  const length = partsOf(m, range)[3];
  if (typeof length === "number") return length;
  raise(m, "OverflowError", "Python int too large to convert to C ssize_t");
  return -1;
}

/** An int is not searched for: it is computed whether it is there. */
function containsValue(m: Machine, range: number, item: number): number {
  if (!isInt(m, item)) return searchIn(m, range, item);
  return isInRange(partsOf(m, range), intValue(m, item)) ? 1 : 0;
}

function isInRange([start, stop, step]: readonly [Whole, Whole, Whole, Whole], value: Whole): boolean {
  const inside = step > 0 ? value >= start && value < stop : value <= start && value > stop;
  return inside && modulo(subtract(value, start), step) === 0;
}

function getRangeItem(m: Machine, range: number, key: number): number {
  const [start, , step, length] = partsOf(m, range);
  if (isSlice(m, key)) return sliceOfRange(m, range, key);
  if (!isIndex(m, key))
    return raise(m, "TypeError", `range indices must be integers or slices, not ${typeName(m, key)}`);
  const given = intOf(m, key);
  if (given === null) return 0;
  const index = given < 0 ? add(given, length) : given;
  if (index < 0 || index >= length) return raise(m, "IndexError", "range object index out of range");
  return makeInt(m, add(start, multiply(index, step)));
}

function sliceOfRange(m: Machine, range: number, slice: number): number {
  const [start, , step, length] = partsOf(m, range);
  const indices = exactIndices(m, slice, length);
  if (indices === null) return 0;
  const [from, to, by] = indices;
  return makeRange(m, add(start, multiply(from, step)), add(start, multiply(to, step)), multiply(step, by));
}

function iterateRange(m: Machine, range: number, backward: boolean): number {
  const [start, , step, length] = partsOf(m, range);
  if (!backward) return createRangeIterator(m, start, step, length);
  const last = add(start, multiply(subtract(length, 1), step));
  return createRangeIterator(m, last, multiply(step, -1), length);
}

function countInRange(m: Machine, range: number, item: number): number {
  if (!isInt(m, item)) return countIn(m, range, item);
  return makeInt(m, isInRange(partsOf(m, range), intValue(m, item)) ? 1 : 0);
}

function indexInRange(m: Machine, range: number, item: number): number {
  if (!isInt(m, item)) return indexIn(m, range, item, "sequence.index(x): x not in sequence");
  const value = intValue(m, item);
  const parts = partsOf(m, range);
  if (!isInRange(parts, value)) return raise(m, "ValueError", `${value} is not in range`);
  const [start, , step] = parts;
  return makeInt(m, floorDivide(subtract(value, start), step));
}

function memberOf(m: Machine, range: number, i: number): number {
  const member = m.h.memory[range + Field.SLOTS + i]!;
  incref(m.h, member);
  return member;
}
