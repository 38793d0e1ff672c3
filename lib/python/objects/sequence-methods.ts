/** What lists and tuples have in common: searching. Mirrors `list_contains`, `list_index`, `list_count` and those of tuples. */

import { Field } from "../../sim/heap/memory-map";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { equalsItem, isSameItem } from "./item-equality";
import { makeInt, sizeOf } from "./make-atom";
import { repr } from "./text";

/** `item in sequence`: 1, 0, or -1 with an exception set. */
export function sequenceContains(m: Machine, sequence: number, needle: number): number {
  for (let i = 0; i < m.h.memory[sequence + Field.LENGTH]!; i++) {
    const same = isSameItem(m, itemAt(m, sequence, i), needle);
    if (same !== 0) return same;
  }
  return 0;
}

/** `sequence.count(item)`. */
export function countInSequence(m: Machine, [sequence, needle]: readonly number[]): number {
  let count = 0;
  for (let i = 0; i < m.h.memory[sequence! + Field.LENGTH]!; i++) {
    const same = equalsItem(m, itemAt(m, sequence!, i), needle!);
    if (same < 0) return 0;
    count += same;
  }
  return makeInt(m, count);
}

/** `sequence.index(item, start, stop)`. @param what - Which type it is, for the message. */
export function indexInSequence(
  m: Machine,
  [sequence, needle, start, stop]: readonly number[],
  what: "list" | "tuple",
): number {
  const from = start === undefined ? 0 : position(m, sequence!, start);
  if (from === null) return 0;
  const to = stop === undefined ? Number.POSITIVE_INFINITY : position(m, sequence!, stop);
  if (to === null) return 0;
  for (let i = from; i < to && i < m.h.memory[sequence! + Field.LENGTH]!; i++) {
    const same = equalsItem(m, itemAt(m, sequence!, i), needle!);
    if (same < 0) return 0;
    if (same === 1) return makeInt(m, i);
  }
  return notFound(m, needle!, what);
}

/** Source: `_PyEval_SliceIndexNotNone`. */
function position(m: Machine, sequence: number, bound: number): number | null {
  const given = sizeOf(m, bound, null);
  if (given === null || given >= 0) return given;
  return Math.max(0, given + m.h.memory[sequence + Field.LENGTH]!);
}

function notFound(m: Machine, needle: number, what: "list" | "tuple"): number {
  if (what === "tuple") return raise(m, "ValueError", "tuple.index(x): x not in tuple");
  const text = repr(m, needle);
  return text === null ? 0 : raise(m, "ValueError", `${text} is not in list`);
}

function itemAt({ h: { memory } }: Machine, sequence: number, i: number): number {
  return memory[memory[sequence + Field.START]! + i]!;
}
