/** The methods of sets. Mirrors `Objects/setobject.c`: `set_add`, `set_pop`, `set_union_multi`, ... */

import { clear } from "../../sim/heap/clear";
import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { popElement } from "../../sim/objects/set";
import { swapSets } from "../../sim/objects/set-room";
import { Static } from "../../sim/objects/static-object";
import { raise, raiseWith } from "../run/error";
import type { Machine } from "../run/machine";
import { makeNone } from "./make-atom";
import { copyOfSet, difference, intersection, symmetric, takeFrom, toggleAll } from "./set-algebra";
import { withSet } from "./set-compare";
import { addToSet, discardFromSet, updateSet } from "./set-item";

/** `set.add(element)`. */
export function addMethod(m: Machine, [set, element]: readonly number[]): number {
  return addToSet(m, set!, element!) ? makeNone(m) : 0;
}

/** The set is empty before the first element goes. */
export function clearSet(m: Machine, [set]: readonly number[]): number {
  clear(m.h, set!);
  return makeNone(m);
}

/** A frozenset is its own copy. */
export function copySet(m: Machine, [set]: readonly number[]): number {
  if (m.h.memory[set! + Field.TYPE] !== Static.FROZENSET_TYPE) return copyOfSet(m, set!);
  incref(m.h, set!);
  return set!;
}

/** `set.discard(element)`. */
export function discardMethod(m: Machine, [set, element]: readonly number[]): number {
  return discardFromSet(m, set!, element!) < 0 ? 0 : makeNone(m);
}

/** `set.remove(element)`. */
export function removeFromSet(m: Machine, [set, element]: readonly number[]): number {
  const was = discardFromSet(m, set!, element!);
  if (was === 0) return raiseWith(m, "KeyError", [element!]);
  return was < 0 ? 0 : makeNone(m);
}

/** `set.pop()`. */
export function popFromSet(m: Machine, [set]: readonly number[]): number {
  return popElement(m.h, set!) || raise(m, "KeyError", "pop from an empty set");
}

/** `set.union(*others)`. */
export function unionMethod(m: Machine, [set, ...others]: readonly number[]): number {
  const result = copyOfSet(m, set!);
  if (result === 0) return 0;
  for (const other of others) {
    if (other === set || updateSet(m, result, other)) continue;
    decref(m.h, result);
    return 0;
  }
  return result;
}

/** `set.update(*others)`. */
export function updateMethod(m: Machine, [set, ...others]: readonly number[]): number {
  return others.every((other) => updateSet(m, set!, other)) ? makeNone(m) : 0;
}

/** `set.intersection(*others)`. */
export function intersectionMethod(m: Machine, [set, ...others]: readonly number[]): number {
  return inTurn(m, set!, others, intersection);
}

/** `set.difference(*others)`. */
export function differenceMethod(m: Machine, [set, first, ...others]: readonly number[]): number {
  if (first === undefined) return copyOfSet(m, set!);
  const result = difference(m, set!, first);
  if (result === 0 || others.every((other) => takeFrom(m, result, other))) return result;
  decref(m.h, result);
  return 0;
}

/** `set.symmetric_difference(other)`. */
export function symmetricDifference(m: Machine, [set, other]: readonly number[]): number {
  return symmetric(m, set!, other!);
}

/** `set.intersection_update(*others)`: the set gets the elements of the result. */
export function intersectionUpdate(m: Machine, args: readonly number[]): number {
  const result = intersectionMethod(m, args);
  if (result === 0) return 0;
  swapSets(m.h, args[0]!, result);
  decref(m.h, result);
  return makeNone(m);
}

/** `set.difference_update(*others)`. */
export function differenceUpdate(m: Machine, [set, ...others]: readonly number[]): number {
  return others.every((other) => takeFrom(m, set!, other)) ? makeNone(m) : 0;
}

/** `set.symmetric_difference_update(other)`. */
export function symmetricDifferenceUpdate(m: Machine, [set, other]: readonly number[]): number {
  return withSet(m, other!, (others) => (toggleAll(m, set!, others) ? makeNone(m) : 0));
}

/** Without others: a copy. */
function inTurn(
  m: Machine,
  set: number,
  others: readonly number[],
  operation: (m: Machine, set: number, other: number) => number,
): number {
  if (others.length === 0) return copyOfSet(m, set);
  let result = set;
  incref(m.h, result);
  for (const other of others) {
    const before = result;
    result = operation(m, before, other);
    decref(m.h, before);
    if (result === 0) return 0;
  }
  return result;
}
