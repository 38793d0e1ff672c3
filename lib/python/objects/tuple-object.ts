/** Tuples. Mirrors `PyTuple_Type` in `Objects/tupleobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { tupleHash } from "../../sim/objects/hash-value";
import { Static } from "../../sim/objects/static-object";
import { BinaryOp, type CompareOp, INPLACE } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { hashOf } from "./hash-object";
import { collectItems } from "./iterate";
import { makeNotImplemented } from "./make-atom";
import { itemsOf, makeTuple } from "./make-container";
import type { Keywords, NativeType } from "./native-type";
import { compareSequences } from "./sequence-compare";
import { sequenceIndex } from "./sequence-index";
import { countInSequence, indexInSequence, sequenceContains } from "./sequence-methods";
import { repeatCount, repeated } from "./sequence-repeat";
import { sliceItems } from "./sequence-slice";
import { containerText, itemTexts } from "./sequence-text";
import { sliceIndices } from "./slice-indices";
import { isSlice } from "./slice-object";
import { createTupleIterator } from "./tuple-iterator";
import { isSubtype, typeName } from "./type-lookup";

export const tupleType: NativeType = {
  name: "tuple",
  id: Static.TUPLE_TYPE,
  subclassable: true,
  slots: {
    create: createTupleObject,
    repr: (m, tuple) => containerText(m, tuple, "(...)", reprTuple),
    hash: hashTuple,
    compare: compareTuples,
    length: (m, tuple) => m.h.memory[tuple + Field.LENGTH]!,
    contains: sequenceContains,
    getItem: getTupleItem,
    iterate: createTupleIterator,
    binary: tupleBinary,
  },
  methods: [
    { name: "count", least: 1, call: countInSequence },
    { name: "index", least: 1, most: 3, call: (m, args) => indexInSequence(m, args, "tuple") },
  ],
};

/** Is it a tuple or an instance of a subclass (`PyTuple_Check`)? */
export function isTuple(m: Machine, o: number): boolean {
  const type = m.h.memory[o + Field.TYPE]!;
  return type === Static.TUPLE_TYPE || isSubtype(m, type, Static.TUPLE_TYPE);
}

/** A tuple of a tuple is that tuple. */
function createTupleObject(m: Machine, _type: number, args: readonly number[], keywords: Keywords): number {
  if (keywords !== null && keywords.size > 0)
    return raise(m, "TypeError", "tuple() takes no keyword arguments");
  if (args.length > 1) return raise(m, "TypeError", `tuple expected at most 1 argument, got ${args.length}`);
  const [iterable] = args;
  if (iterable === undefined) return makeTuple(m, []);
  if (m.h.memory[iterable + Field.TYPE] === Static.TUPLE_TYPE) return same(m, iterable);
  const items = collectItems(m, iterable);
  return items === null ? 0 : makeTuple(m, items);
}

function reprTuple(m: Machine, tuple: number): string | null {
  const texts = itemTexts(m, tuple);
  if (texts === null) return null;
  return texts.length === 1 ? `(${texts[0]},)` : `(${texts.join(", ")})`;
}

function hashTuple(m: Machine, tuple: number): bigint | null {
  const hashes: bigint[] = [];
  for (const item of itemsOf(m, tuple)) {
    const hash = hashOf(m, item);
    if (hash === null) return null;
    hashes.push(hash);
  }
  return tupleHash(hashes);
}

function compareTuples(m: Machine, op: CompareOp, a: number, b: number): number {
  return isTuple(m, a) && isTuple(m, b) ? compareSequences(m, op, a, b) : makeNotImplemented(m);
}

function getTupleItem(m: Machine, tuple: number, key: number): number {
  const length = m.h.memory[tuple + Field.LENGTH]!;
  if (isSlice(m, key)) return getTupleSlice(m, tuple, key, length);
  const index = sequenceIndex(m, key, length, "tuple", "tuple index out of range");
  return index < 0 ? 0 : same(m, m.h.memory[m.h.memory[tuple + Field.START]! + index]!);
}

/** The whole of a tuple is the tuple. */
function getTupleSlice(m: Machine, tuple: number, key: number, length: number): number {
  const indices = sliceIndices(m, key, length);
  if (indices === null) return 0;
  const isWhole = indices.count === length && indices.step === 1;
  if (isWhole && m.h.memory[tuple + Field.TYPE] === Static.TUPLE_TYPE) return same(m, tuple);
  return makeTuple(m, sliceItems(m, tuple, indices));
}

/** Called for the type of either operand. */
function tupleBinary(m: Machine, op: number, a: number, b: number): number {
  const plain = op & ~INPLACE;
  if (plain === BinaryOp.ADD && isTuple(m, a)) return concat(m, a, b);
  if (plain !== BinaryOp.MULTIPLY) return makeNotImplemented(m);
  return isTuple(m, a) ? repeat(m, a, b) : repeat(m, b, a);
}

/** What is added to nothing, or nothing to it, is the result itself. */
function concat(m: Machine, a: number, b: number): number {
  const { memory } = m.h;
  const isExact = memory[b + Field.TYPE] === Static.TUPLE_TYPE;
  if (memory[a + Field.LENGTH] === 0 && isExact) return same(m, b);
  if (!isTuple(m, b))
    return raise(m, "TypeError", `can only concatenate tuple (not "${typeName(m, b)}") to tuple`);
  if (memory[b + Field.LENGTH] === 0 && memory[a + Field.TYPE] === Static.TUPLE_TYPE) return same(m, a);
  const items = [...itemsOf(m, a), ...itemsOf(m, b)];
  for (const item of items) incref(m.h, item);
  return makeTuple(m, items);
}

function repeat(m: Machine, tuple: number, times: number): number {
  const count = repeatCount(m, times);
  if (count === null) return 0;
  const isExact = m.h.memory[tuple + Field.TYPE] === Static.TUPLE_TYPE;
  if (isExact && (count === 1 || m.h.memory[tuple + Field.LENGTH] === 0)) return same(m, tuple);
  const items = repeated(m, itemsOf(m, tuple), count);
  return items === null ? 0 : makeTuple(m, items);
}

function same(m: Machine, o: number): number {
  incref(m.h, o);
  return o;
}
