/** The items that a slice of a list or tuple stands for. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import type { Machine } from "../run/machine";
import type { SliceIndices } from "./slice-indices";

/** References owned. */
export function sliceItems(m: Machine, sequence: number, { start, step, count }: SliceIndices): number[] {
  const { memory } = m.h;
  const first = memory[sequence + Field.START]! + start;
  const items: number[] = [];
  for (let i = 0; i < count; i++) {
    const item = memory[first + i * step]!;
    incref(m.h, item);
    items.push(item);
  }
  return items;
}
