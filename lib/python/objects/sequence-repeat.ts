/** `sequence * int`. Mirrors `PySequence_Repeat`, `sequence_repeat` in `Objects/abstract.c`. */

import { incref } from "../../sim/heap/refcount";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { sizeOf } from "./make-atom";
import { isIndex } from "./sequence-index";
import { typeName } from "./type-lookup";

/** So many items fit into no process that this machine stands for. */
const MOST_ITEMS = 2 ** 24;

/** How often; null = exception set. */
export function repeatCount(m: Machine, times: number): number | null {
  if (isIndex(m, times)) return sizeOf(m, times);
  raise(m, "TypeError", `can't multiply sequence by non-int of type '${typeName(m, times)}'`);
  return null;
}

/**
 * The items that often, references owned; null = MemoryError set.
 *
 * Simplified: real CPython has as many items as there is memory; here 16,777,216 at once.
 */
export function repeated(m: Machine, items: readonly number[], count: number): number[] | null {
  if (items.length * count > MOST_ITEMS) {
    raise(m, "MemoryError", "");
    return null;
  }
  const all: number[] = [];
  for (let i = 0; i < count; i++) all.push(...items);
  for (const item of all) incref(m.h, item);
  return all;
}
