/** The order of comparisons in a sort. Mirrors `count_run` and `binarysort` in `Objects/listobject.c`. */

import { CompareOp } from "../compile/opcode";
import type { Machine } from "../run/machine";
import { compareTruth } from "./compare";

/** An item with what it is compared by: itself, or what `key` made of it. */
export interface SortEntry {
  readonly item: number;
  readonly key: number;
}

/** Lists that are shorter are sorted by insertion alone. */
const RUN = 64;

/**
 * Sort in place. false = exception set, and the entries are in some order.
 *
 * Simplified: up to 63 items are compared in the order of CPython; of more, runs of 64 are merged two by two, where real
 * CPython takes longer runs as they come and gallops. What comes out is the same, not which comparisons are made.
 */
export function sortEntries(m: Machine, entries: SortEntry[]): boolean {
  for (let low = 0; low < entries.length; low += RUN) {
    if (!sortRun(m, entries, low, Math.min(low + RUN, entries.length))) return false;
  }
  for (let width = RUN; width < entries.length; width *= 2) {
    for (let low = 0; low + width < entries.length; low += 2 * width) {
      if (!mergeRuns(m, entries, low, low + width, Math.min(low + 2 * width, entries.length))) return false;
    }
  }
  return true;
}

/** What is behind the run at the start is inserted one by one (`binarysort`). */
function sortRun(m: Machine, entries: SortEntry[], low: number, high: number): boolean {
  const sorted = m.rules.containers.sortExtendsFallingRun
    ? runWithEquals(m, entries, low, high)
    : plainRun(m, entries, low, high);
  if (sorted < 0) return false;
  for (let i = sorted; i < high; i++) {
    const pivot = entries[i]!;
    let left = low;
    let right = i;
    while (left < right) {
      const middle = left + ((right - left) >> 1);
      const less = isLess(m, pivot, entries[middle]!);
      if (less < 0) return false;
      if (less === 1) right = middle;
      else left = middle + 1;
    }
    entries.copyWithin(left + 1, left, i);
    entries[left] = pivot;
  }
  return true;
}

/** The end of the run at the start, which rises, or strictly falls and is turned; -1 = exception set. Up to 3.12. */
function plainRun(m: Machine, entries: SortEntry[], low: number, high: number): number {
  if (high - low < 2) return high;
  const falling = isLess(m, entries[low + 1]!, entries[low]!);
  let end = low + 2;
  for (; falling >= 0 && end < high; end++) {
    const less = isLess(m, entries[end]!, entries[end - 1]!);
    if (less < 0) return -1;
    if (less !== falling) break;
  }
  if (falling === 1) turn(entries, low, end);
  return falling < 0 ? -1 : end;
}

/** The same from 3.13 on: equal items do not end a falling run, and what was turned is extended as long as it rises. */
function runWithEquals(m: Machine, entries: SortEntry[], low: number, high: number): number {
  const rising = risingEnd(m, entries, low + 1, high);
  if (rising < 0 || rising === high) return rising;
  if (rising > low + 1) {
    const rises = isLess(m, entries[low]!, entries[rising - 1]!);
    if (rises !== 0) return rises < 0 ? -1 : rising;
    // All the same so far: turned twice, they keep their order.
    turn(entries, low, rising);
  }
  const end = fallingEnd(m, entries, rising + 1, high);
  if (end < 0) return -1;
  turn(entries, low, end);
  return risingEnd(m, entries, end, high);
}

/** The first index from `at` on whose entry is less than the one before; -1 = exception set. */
function risingEnd(m: Machine, entries: readonly SortEntry[], at: number, high: number): number {
  for (let end = at; end < high; end++) {
    const less = isLess(m, entries[end]!, entries[end - 1]!);
    if (less !== 0) return less < 0 ? -1 : end;
  }
  return high;
}

/** The first index from `at` on whose entry is greater than the one before; -1 = exception set. Turns stretches of equals. */
function fallingEnd(m: Machine, entries: SortEntry[], at: number, high: number): number {
  let equals = 0;
  let end = at;
  for (; end < high; end++) {
    const less = isLess(m, entries[end]!, entries[end - 1]!);
    if (less < 0) return -1;
    if (less === 1) {
      turn(entries, end - 1 - equals, end);
      equals = 0;
      continue;
    }
    const greater = isLess(m, entries[end - 1]!, entries[end]!);
    if (greater < 0) return -1;
    if (greater === 1) break;
    equals++;
  }
  turn(entries, end - 1 - equals, end);
  return end;
}

function mergeRuns(m: Machine, entries: SortEntry[], low: number, middle: number, high: number): boolean {
  const left = entries.slice(low, middle);
  let at = low;
  let right = middle;
  for (let i = 0; i < left.length; i++) {
    while (right < high) {
      const less = isLess(m, entries[right]!, left[i]!);
      if (less < 0) {
        entries.splice(at, right - at, ...left.slice(i));
        return false;
      }
      if (less === 0) break;
      entries[at++] = entries[right++]!;
    }
    entries[at++] = left[i]!;
  }
  return true;
}

function turn(entries: SortEntry[], low: number, high: number): void {
  const turned = entries.slice(low, high).reverse();
  for (let i = low; i < high; i++) entries[i] = turned[i - low]!;
}

/** `a < b`: 1, 0, or -1 with an exception set. */
function isLess(m: Machine, a: SortEntry, b: SortEntry): number {
  return compareTruth(m, CompareOp.LT, a.key, b.key);
}
