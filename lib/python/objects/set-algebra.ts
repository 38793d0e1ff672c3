/** Union, intersection and differences of sets. Mirrors `set_intersection`, `set_difference` and their in-place forms. */

import { clear } from "../../sim/heap/clear";
import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { entryCount } from "../../sim/objects/dict-entries";
import { dropDummies, elementCount, elementsOf } from "../../sim/objects/set-elements";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { isDict } from "./dict-item";
import { iterate, next } from "./iterate";
import { makeSet } from "./make-container";
import { addToSet, discardFromSet, inSet, isAnySet, updateSet } from "./set-item";
import { contains } from "./subscript";
import { isSubtype } from "./type-lookup";

/** A new set with the same elements, a frozenset if `set` is one; owned, 0 = exception set. */
export function copyOfSet(m: Machine, set: number): number {
  return fill(m, emptyLike(m, set), set);
}

/** The elements of `set` that are in the iterable; owned, 0 = exception set. */
export function intersection(m: Machine, set: number, iterable: number): number {
  const result = emptyLike(m, set);
  const visit = (place: number, item: number): boolean => {
    const found = inSet(m, place, item);
    return found < 0 ? false : found === 0 || addToSet(m, result, item);
  };
  if (!isAnySet(m, iterable))
    return finish(
      m,
      result,
      forEach(m, iterable, (item) => visit(set, item)),
    );
  const swapped = elementCount(m.h, iterable) > elementCount(m.h, set);
  const [walked, searched] = swapped ? [set, iterable] : [iterable, set];
  return finish(
    m,
    result,
    forElements(m, walked, (item) => visit(searched, item)),
  );
}

/** The elements of `set` that are not in the iterable; owned, 0 = exception set. */
export function difference(m: Machine, set: number, iterable: number): number {
  const size = knownSize(m, iterable);
  // Of a much shorter one it is quicker to take the elements out of a copy.
  if (size === null || Math.floor(elementCount(m.h, set) / 4) > size) return copyAndTake(m, set, iterable);
  const result = emptyLike(m, set);
  const done = forElements(m, set, (item) => {
    const found = contains(m, iterable, item);
    return found < 0 ? false : found === 1 || addToSet(m, result, item);
  });
  return finish(m, result, done);
}

/** Take the items of an iterable out of a set. false = exception set. */
export function takeFrom(m: Machine, set: number, iterable: number): boolean {
  if (set === iterable) {
    clear(m.h, set);
    return true;
  }
  const visit = (item: number): boolean => discardFromSet(m, set, item) >= 0;
  const done = isAnySet(m, iterable) ? forElements(m, iterable, visit) : forEach(m, iterable, visit);
  if (done) dropDummies(m.h, set);
  return done;
}

/** What is in just one of both; owned, 0 = exception set. */
export function symmetric(m: Machine, set: number, iterable: number): number {
  const result = fill(m, emptyLike(m, set), iterable);
  return result === 0 ? 0 : finish(m, result, toggleAll(m, result, set));
}

/** Elements of `other` that are in the set go, the others come. false = exception set. @param other - A set. */
export function toggleAll(m: Machine, set: number, other: number): boolean {
  if (set === other) {
    clear(m.h, set);
    return true;
  }
  return forElements(m, other, (item) => {
    const was = discardFromSet(m, set, item);
    return was < 0 ? false : was === 1 || addToSet(m, set, item);
  });
}

function copyAndTake(m: Machine, set: number, iterable: number): number {
  const result = copyOfSet(m, set);
  return result === 0 ? 0 : finish(m, result, takeFrom(m, result, iterable));
}

/** The size of a set or dict; null of any other iterable. */
function knownSize(m: Machine, iterable: number): number | null {
  if (isAnySet(m, iterable)) return elementCount(m.h, iterable);
  return isDict(m, iterable) ? entryCount(m.h, iterable) : null;
}

function emptyLike(m: Machine, set: number): number {
  const isFrozen = isSubtype(m, m.h.memory[set + Field.TYPE]!, Static.FROZENSET_TYPE);
  return makeSet(m, isFrozen ? Static.FROZENSET_TYPE : Static.SET_TYPE);
}

function fill(m: Machine, set: number, iterable: number): number {
  return finish(m, set, updateSet(m, set, iterable));
}

function finish(m: Machine, set: number, done: boolean): number {
  if (done) return set;
  decref(m.h, set);
  return 0;
}

/** Each element lives through its visit; those that come meanwhile are not visited. */
function forElements(m: Machine, set: number, visit: (item: number) => boolean): boolean {
  for (const element of elementsOf(m.h, set)) {
    incref(m.h, element);
    const goes = visit(element);
    decref(m.h, element);
    if (!goes) return false;
  }
  return true;
}

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
