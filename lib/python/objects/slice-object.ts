/** Slices: what stands between the brackets of `a[i:j:k]`. Mirrors `Objects/sliceobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { tupleHash } from "../../sim/objects/hash-value";
import { Static } from "../../sim/objects/static-object";
import type { CompareOp } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { hashOf } from "./hash-object";
import { intOf, makeInt, makeNotImplemented } from "./make-atom";
import { makeTuple } from "./make-container";
import { createRecord, type RecordKind } from "./native-record";
import type { Keywords, NativeAttribute, NativeType } from "./native-type";
import { compareSequences } from "./sequence-compare";
import { exactIndices } from "./slice-indices";
import { repr } from "./text";
import { typeOf } from "./type-lookup";

/**
 * `start`, `stop`, `step`.
 *
 * Simplified: a real slice is tracked by the collector; here it is not, so that a slice in a garbage cycle is never freed.
 * It counts for nothing either way: the interpreter keeps one for reuse.
 */
const KIND: RecordKind = {
  name: "slice",
  references: 3,
  words: 0,
  sizeBytes: () => 56,
  isContainer: false,
};

export const sliceType: NativeType = {
  name: KIND.name,
  slots: { create: createSlice, repr: reprSlice, hash: hashSlice, compare: compareSlices },
  methods: [{ name: "indices", least: 1, call: (m, [slice, length]) => indices(m, slice!, length!) }],
  attributes: ["start", "stop", "step"].map(
    (name, i): NativeAttribute => ({ name, get: (m, o) => memberOf(m, o, i) }),
  ),
};

/** `slice(start, stop, step)` (`BUILD_SLICE`), owned: it takes references of its own. */
export function makeSlice(m: Machine, start: number, stop: number, step: number): number {
  for (const member of [start, stop, step]) incref(m.h, member);
  return createRecord(m, KIND, start, stop, step);
}

/** Is it a slice? */
export function isSlice(m: Machine, o: number): boolean {
  return typeOf(m, o).native === sliceType;
}

/** `start`, `stop` and `step`, borrowed. */
export function sliceMembers(
  m: Machine,
  slice: number,
): readonly [start: number, stop: number, step: number] {
  const { memory } = m.h;
  return [memory[slice + Field.SLOTS]!, memory[slice + Field.SLOTS + 1]!, memory[slice + Field.SLOTS + 2]!];
}

function createSlice(m: Machine, _type: number, args: readonly number[], keywords: Keywords): number {
  if (keywords !== null && keywords.size > 0)
    return raise(m, "TypeError", "slice() takes no keyword arguments");
  if (args.length === 0) return raise(m, "TypeError", "slice expected at least 1 argument, got 0");
  if (args.length > 3) return raise(m, "TypeError", `slice expected at most 3 arguments, got ${args.length}`);
  const [start, stop, step = Static.NONE] = args.length === 1 ? [Static.NONE, args[0]!] : args;
  return makeSlice(m, start!, stop!, step);
}

function reprSlice(m: Machine, slice: number): string | null {
  const texts: string[] = [];
  for (const member of sliceMembers(m, slice)) {
    const text = repr(m, member);
    if (text === null) return null;
    texts.push(text);
  }
  return `slice(${texts.join(", ")})`;
}

/** As that of the tuple of its members. */
function hashSlice(m: Machine, slice: number): bigint | null {
  if (!m.rules.containers.slicesAreHashable) {
    raise(m, "TypeError", "unhashable type: 'slice'");
    return null;
  }
  const hashes: bigint[] = [];
  for (const member of sliceMembers(m, slice)) {
    const hash = hashOf(m, member);
    if (hash === null) return null;
    hashes.push(hash);
  }
  return tupleHash(hashes);
}

function compareSlices(m: Machine, op: CompareOp, a: number, b: number): number {
  if (!isSlice(m, a) || !isSlice(m, b)) return makeNotImplemented(m);
  return compareSequences(m, op, a, b);
}

/** `slice.indices(length)`. */
function indices(m: Machine, slice: number, length: number): number {
  const count = intOf(m, length);
  if (count === null) return 0;
  if (count < 0) return raise(m, "ValueError", "length should not be negative");
  const exact = exactIndices(m, slice, count);
  return exact === null
    ? 0
    : makeTuple(
        m,
        exact.map((value) => makeInt(m, value)),
      );
}

function memberOf(m: Machine, slice: number, i: number): number {
  const member = m.h.memory[slice + Field.SLOTS + i]!;
  incref(m.h, member);
  return member;
}
