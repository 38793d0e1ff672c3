/** Is an item of a container the one that is looked for? */

import { decref, incref } from "../../sim/heap/refcount";
import type { Machine } from "../run/machine";
import { equals } from "./compare";

/** In a search by `in`, and in any iterable: as {@link equalsItem}; up to 3.8 the needle is the left operand. */
export function isSameItem(m: Machine, item: number, needle: number): number {
  return m.rules.containers.needleIsLeft ? heldEquals(m, needle, item, item) : equalsItem(m, item, needle);
}

/**
 * `item is needle or item == needle`: 1, 0, or -1 with an exception set. The item lives through the comparison, even
 * when that takes it out of its container.
 */
export function equalsItem(m: Machine, item: number, needle: number): number {
  return heldEquals(m, item, needle, item);
}

function heldEquals(m: Machine, a: number, b: number, held: number): number {
  if (a === b) return 1;
  incref(m.h, held);
  const same = equals(m, a, b);
  decref(m.h, held);
  return same;
}
