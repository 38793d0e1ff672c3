/** The iterators of several iterables, for `zip` and `map`. */

import type { Machine } from "../run/machine";
import { iterate, releaseItems } from "./iterate";

/** One for each, references owned; null = exception set, and none is held. */
export function iterateAll(m: Machine, iterables: readonly number[]): number[] | null {
  const iterators: number[] = [];
  for (const iterable of iterables) {
    const iterator = iterate(m, iterable);
    if (iterator === 0) {
      releaseItems(m, iterators);
      return null;
    }
    iterators.push(iterator);
  }
  return iterators;
}
