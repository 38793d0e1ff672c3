/** Views of dicts as sets: `&`, `|`, `-`, `^`, comparison. Mirrors `dictviews_as_number`, `dictview_richcompare`, `all_contained_in`. */

import { decref } from "../../sim/heap/refcount";
import { BinaryOp, CompareOp, INPLACE } from "../compile/opcode";
import type { Machine } from "../run/machine";
import { iterate, next } from "./iterate";
import { makeBool, makeNotImplemented } from "./make-atom";
import { makeSet } from "./make-container";
import { addToSet, discardFromSet, isAnySet, updateSet } from "./set-item";
import { contains, lengthOf } from "./subscript";
import { typeOf } from "./type-lookup";

/** The result is a set. Called for the type of either operand; the other one may be any iterable. */
export function viewBinary(m: Machine, op: number, a: number, b: number): number {
  if ((op & INPLACE) !== 0) return makeNotImplemented(m);
  if (op === BinaryOp.AND) return intersect(m, a, b);
  const change = changeFor(op);
  if (change === null) return makeNotImplemented(m);
  const set = makeSet(m);
  if (updateSet(m, set, a) && change(m, set, b)) return set;
  decref(m.h, set);
  return 0;
}

/** `view < other`, ...: against sets and views that are like sets. */
export function compareViews(m: Machine, op: CompareOp, a: number, b: number): number {
  if (!isSetLike(m, a) || !isSetLike(m, b)) return makeNotImplemented(m);
  const left = lengthOf(m, a);
  const right = lengthOf(m, b);
  const answer = decide(m, op, a, b, left - right);
  return answer < 0 ? 0 : makeBool(m, answer === 1);
}

/** `view.isdisjoint(iterable)`. */
export function isDisjoint(m: Machine, [view, other]: readonly number[]): number {
  let found = 0;
  const done = forEach(m, other!, (item) => {
    found = contains(m, view!, item);
    return found === 0;
  });
  return found > 0 ? makeBool(m, false) : done ? makeBool(m, true) : 0;
}

/** What becomes of the set of `a` by the items of `b`; false = exception set. */
function changeFor(op: number): ((m: Machine, set: number, iterable: number) => boolean) | null {
  if (op === BinaryOp.OR) return updateSet;
  if (op === BinaryOp.SUBTRACT) return discardAll;
  return op === BinaryOp.XOR ? toggleAll : null;
}

function discardAll(m: Machine, set: number, iterable: number): boolean {
  return forEach(m, iterable, (item) => discardFromSet(m, set, item) >= 0);
}

function toggle(m: Machine, set: number, item: number): boolean {
  const was = discardFromSet(m, set, item);
  return was < 0 ? false : was === 1 || addToSet(m, set, item);
}

/** The items of the shorter view, or of what is no view, that the other one has too. */
function intersect(m: Machine, a: number, b: number): number {
  const [left, right] = isView(m, a) ? [a, b] : [b, a];
  const swapped = isView(m, right) && lengthOf(m, right) > lengthOf(m, left);
  const [view, other] = swapped ? [right, left] : [left, right];
  const set = makeSet(m);
  const done = forEach(m, other, (item) => {
    const found = contains(m, view, item);
    return found < 0 ? false : found === 0 || addToSet(m, set, item);
  });
  if (done) return set;
  decref(m.h, set);
  return 0;
}

/** What is toggled must come once. */
function toggleAll(m: Machine, set: number, iterable: number): boolean {
  const items = makeSet(m);
  const done = updateSet(m, items, iterable) && forEach(m, items, (item) => toggle(m, set, item));
  decref(m.h, items);
  return done;
}

function decide(m: Machine, op: CompareOp, a: number, b: number, longer: number): number {
  if (op === CompareOp.EQ) return longer === 0 ? allIn(m, a, b) : 0;
  if (op === CompareOp.NE) {
    const same = longer === 0 ? allIn(m, a, b) : 0;
    return same < 0 ? same : 1 - same;
  }
  if (op === CompareOp.LT) return longer < 0 ? allIn(m, a, b) : 0;
  if (op === CompareOp.LE) return longer <= 0 ? allIn(m, a, b) : 0;
  if (op === CompareOp.GT) return longer > 0 ? allIn(m, b, a) : 0;
  return longer >= 0 ? allIn(m, b, a) : 0;
}

function allIn(m: Machine, items: number, container: number): number {
  let found = 1;
  const done = forEach(m, items, (item) => {
    found = contains(m, container, item);
    return found === 1;
  });
  return done || found === 0 ? found : -1;
}

/** Go through an iterable until `visit` gives false. @returns whether it came to the end. */
function forEach(m: Machine, iterable: number, visit: (item: number) => boolean): boolean {
  const iterator = iterate(m, iterable);
  if (iterator === 0) return false;
  let goes = true;
  while (goes) {
    const item = next(m, iterator);
    if (item === 0) break;
    goes = visit(item);
    decref(m.h, item);
  }
  decref(m.h, iterator);
  return goes && m.error === 0;
}

function isSetLike(m: Machine, o: number): boolean {
  return isAnySet(m, o) || isView(m, o);
}

function isView(m: Machine, o: number): boolean {
  const { name } = typeOf(m, o).native;
  return name === "dict_keys" || name === "dict_items";
}
