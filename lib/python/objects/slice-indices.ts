/** Which items a slice of a sequence stands for. Mirrors `_PySlice_GetLongIndices`, `PySlice_Unpack` and `PySlice_AdjustIndices`. */

import { Static } from "../../sim/objects/static-object";
import { clearError, errorIs, raise } from "../run/error";
import type { Machine } from "../run/machine";
import { add, type Whole } from "./int-arithmetic";
import { intOf } from "./make-atom";
import { sliceMembers } from "./slice-object";

/** The items `start`, `start + step`, ...: `count` of them. */
export interface SliceIndices {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** Of a sequence of `length` items; null = exception set. `stop` is never before `start` when nothing is between. */
export function sliceIndices(m: Machine, slice: number, length: number): SliceIndices | null {
  const exact = exactIndices(m, slice, length);
  if (exact === null) return null;
  const [start, stop, step] = exact.map(Number) as [number, number, number];
  const span = step > 0 ? stop - start : start - stop;
  return { start, stop, step, count: span <= 0 ? 0 : Math.floor((span - 1) / Math.abs(step)) + 1 };
}

/** `slice.indices(length)`; null = exception set. */
export function exactIndices(
  m: Machine,
  slice: number,
  length: Whole,
): readonly [Whole, Whole, Whole] | null {
  const [startMember, stopMember, stepMember] = sliceMembers(m, slice);
  const step = stepMember === Static.NONE ? 1 : sliceIndex(m, stepMember);
  if (step === null) return null;
  if (step === 0) {
    raise(m, "ValueError", "slice step cannot be zero");
    return null;
  }
  const backward = step < 0;
  const [low, high]: readonly [Whole, Whole] = backward ? [-1, add(length, -1)] : [0, length];
  const start = bound(m, startMember, backward ? high : low, low, high, length);
  if (start === null) return null;
  const stop = bound(m, stopMember, backward ? low : high, low, high, length);
  return stop === null ? null : [start, stop, step];
}

function bound(
  m: Machine,
  member: number,
  absent: Whole,
  low: Whole,
  high: Whole,
  length: Whole,
): Whole | null {
  if (member === Static.NONE) return absent;
  const given = sliceIndex(m, member);
  if (given === null) return null;
  const index = given < 0 ? add(given, length) : given;
  return index < low ? low : index > high ? high : index;
}

/** Source: `_PyEval_SliceIndex`. */
function sliceIndex(m: Machine, member: number): Whole | null {
  const value = intOf(m, member);
  if (value !== null || !errorIs(m, "TypeError")) return value;
  clearError(m);
  raise(m, "TypeError", "slice indices must be integers or None or have an __index__ method");
  return null;
}
