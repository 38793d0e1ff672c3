/** Searching in anything that can be iterated. Mirrors `_PySequence_IterSearch`. */

import { decref } from "../../sim/heap/refcount";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { isSameItem } from "./item-equality";
import { iterate, next } from "./iterate";
import { makeInt } from "./make-atom";

/** Is the item there? 1, 0, or -1 with an exception set. Stops at the first one that is equal. */
export function searchIn(m: Machine, iterable: number, item: number): number {
  const index = walk(m, iterable, item, () => true);
  return index === FAILED ? -1 : index === NOWHERE ? 0 : 1;
}

/** `index(item)`, owned. @param message - Of the `ValueError`, when it is not there. */
export function indexIn(m: Machine, iterable: number, item: number, message: string): number {
  const index = walk(m, iterable, item, () => true);
  if (index === FAILED) return 0;
  return index === NOWHERE ? raise(m, "ValueError", message) : makeInt(m, index);
}

/** `count(item)`, owned. */
export function countIn(m: Machine, iterable: number, item: number): number {
  let count = 0;
  const end = walk(m, iterable, item, () => {
    count++;
    return false;
  });
  return end === FAILED ? 0 : makeInt(m, count);
}

const FAILED = -1;
const NOWHERE = -2;

/** The index of the first equal item at which `found` says to stop. */
function walk(m: Machine, iterable: number, item: number, found: () => boolean): number {
  const iterator = iterate(m, iterable);
  if (iterator === 0) return FAILED;
  const index = step(m, iterator, item, found);
  decref(m.h, iterator);
  return index;
}

function step(m: Machine, iterator: number, item: number, found: () => boolean): number {
  for (let i = 0; ; i++) {
    const one = next(m, iterator);
    if (one === 0) return m.error === 0 ? NOWHERE : FAILED;
    const same = isSameItem(m, one, item);
    decref(m.h, one);
    if (same < 0) return FAILED;
    if (same === 1 && found()) return i;
  }
}
