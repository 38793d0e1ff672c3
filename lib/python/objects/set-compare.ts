/** Which of two sets has the elements of the other. Mirrors `set_richcompare`, `set_issubset`, `set_isdisjoint`. */

import { decref } from "../../sim/heap/refcount";
import { elementCount, elementsOf } from "../../sim/objects/set-elements";
import { CompareOp } from "../compile/opcode";
import type { Machine } from "../run/machine";
import { makeBool, makeNotImplemented } from "./make-atom";
import { makeSet } from "./make-container";
import { inSet, isAnySet, updateSet } from "./set-item";

/** `<=` is "is a subset of". */
export function compareSets(m: Machine, op: CompareOp, a: number, b: number): number {
  if (!isAnySet(m, a) || !isAnySet(m, b)) return makeNotImplemented(m);
  return answer(m, decide(m, op, a, b));
}

/** `set.issubset(other)`. */
export function isSubsetMethod(m: Machine, [set, other]: readonly number[]): number {
  return withSet(m, other!, (others) => answer(m, decide(m, CompareOp.LE, set!, others)));
}

/** `set.issuperset(other)`. */
export function isSupersetMethod(m: Machine, [set, other]: readonly number[]): number {
  return withSet(m, other!, (others) => answer(m, decide(m, CompareOp.GE, set!, others)));
}

/** `set.isdisjoint(other)`. */
export function isDisjointFrom(m: Machine, [set, other]: readonly number[]): number {
  return withSet(m, other!, (others) => {
    const shared = sharesElement(m, set!, others);
    return shared < 0 ? 0 : makeBool(m, shared === 0);
  });
}

/** Call with `iterable` as a set: itself, or a new one of its items. */
export function withSet(m: Machine, iterable: number, then: (set: number) => number): number {
  if (isAnySet(m, iterable)) return then(iterable);
  const set = makeSet(m);
  const result = updateSet(m, set, iterable) ? then(set) : 0;
  decref(m.h, set);
  return result;
}

function decide(m: Machine, op: CompareOp, a: number, b: number): number {
  const longer = elementCount(m.h, a) - elementCount(m.h, b);
  switch (op) {
    case CompareOp.EQ:
      return longer === 0 ? isSubset(m, a, b) : 0;
    case CompareOp.NE: {
      const same = longer === 0 ? isSubset(m, a, b) : 0;
      return same < 0 ? same : 1 - same;
    }
    case CompareOp.LT:
      return longer < 0 ? isSubset(m, a, b) : 0;
    case CompareOp.LE:
      return longer <= 0 ? isSubset(m, a, b) : 0;
    case CompareOp.GT:
      return longer > 0 ? isSubset(m, b, a) : 0;
    default:
      return longer >= 0 ? isSubset(m, b, a) : 0;
  }
}

/** Is every element of `a` in `b`? 1, 0, or -1 with an exception set. */
function isSubset(m: Machine, a: number, b: number): number {
  for (const element of elementsOf(m.h, a)) {
    const found = inSet(m, b, element);
    if (found !== 1) return found;
  }
  return 1;
}

/** The shorter one is searched. */
function sharesElement(m: Machine, a: number, b: number): number {
  const [short, long] = elementCount(m.h, a) < elementCount(m.h, b) ? [a, b] : [b, a];
  for (const element of elementsOf(m.h, short)) {
    const found = inSet(m, long, element);
    if (found !== 0) return found;
  }
  return 0;
}

function answer(m: Machine, truth: number): number {
  return truth < 0 ? 0 : makeBool(m, truth === 1);
}
