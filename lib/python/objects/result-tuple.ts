/** The tuple that `zip`, `enumerate` and `dict.items()` give out again when nobody has kept it. Mirrors `zip_next`, `enum_next`, `dictiter_iternextitem`. */

import * as gcList from "../../sim/gc/gc-list";
import { Field, Place, State } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { makeTuple } from "./make-container";

/** The tuple of so many `None` that an iterator begins with, owned. */
export function createResult(m: Machine, length: number): number {
  const items = Array<number>(length).fill(Static.NONE);
  for (const item of items) incref(m.h, item);
  return makeTuple(m, items);
}

/** Does nobody but the iterator hold its result? */
export function isUnshared(m: Machine, result: number): boolean {
  return m.h.memory[result + Field.REFCNT] === 1;
}

/**
 * Give a result with these two items, owned; they move in. What was in the iterator's tuple is released when both are in
 * place, the first one first.
 */
export function givePair(m: Machine, result: number, first: number, second: number): number {
  if (!isUnshared(m, result)) return makeTuple(m, [first, second]);
  incref(m.h, result);
  const { memory } = m.h;
  const at = memory[result + Field.START]!;
  const oldFirst = memory[at]!;
  const oldSecond = memory[at + 1]!;
  memory[at] = first;
  memory[at + 1] = second;
  decref(m.h, oldFirst);
  decref(m.h, oldSecond);
  trackAgain(m, result);
  return result;
}

/** A collection may have untracked the tuple while it held atoms only (bpo-42536). */
export function trackAgain(m: Machine, result: number): void {
  const { memory } = m.h;
  if (memory[result + Field.GC_NEXT] !== 0) return;
  gcList.append(memory, Place.GENERATION_0, result);
  memory[State.UNTRACKED]!--;
}
