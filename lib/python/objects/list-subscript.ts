/** `list[key]`, `list[key] = value`, `del list[key]`. Mirrors `list_subscript`, `list_ass_subscript`, `list_ass_slice`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { storeSlot } from "../../sim/heap/slot";
import { deleteListSlice } from "../../sim/objects/list";
import { replaceItems, replaceSlice } from "../../sim/objects/list-slice";
import { clearError, errorIs, raise } from "../run/error";
import type { Machine } from "../run/machine";
import { fill } from "./fill";
import { collectItems, releaseItems } from "./iterate";
import { makeList } from "./make-container";
import { sequenceIndex } from "./sequence-index";
import { sliceItems } from "./sequence-slice";
import { type SliceIndices, sliceIndices } from "./slice-indices";
import { isSlice } from "./slice-object";

/** An item, or a new list of those that a slice stands for. */
export function getListItem(m: Machine, list: number, key: number): number {
  const { memory } = m.h;
  const length = memory[list + Field.LENGTH]!;
  if (isSlice(m, key)) {
    const indices = sliceIndices(m, key, length);
    return indices === null ? 0 : makeList(m, sliceItems(m, list, indices));
  }
  const index = sequenceIndex(m, key, length, "list", "list index out of range");
  if (index < 0) return 0;
  const item = m.h.memory[m.h.memory[list + Field.START]! + index]!;
  incref(m.h, item);
  return item;
}

/** @param value - 0 = delete. */
export function setListItems(m: Machine, list: number, key: number, value: number): boolean {
  if (isSlice(m, key)) return setSlice(m, list, key, value);
  const length = m.h.memory[list + Field.LENGTH]!;
  const index = sequenceIndex(m, key, length, "list", "list assignment index out of range");
  if (index < 0) return false;
  if (value === 0) replaceSlice(m.h, list, index, index + 1, []);
  else {
    incref(m.h, value);
    storeSlot(m.h, list, index, value);
  }
  return true;
}

function setSlice(m: Machine, list: number, key: number, value: number): boolean {
  const before = sliceIndices(m, key, m.h.memory[list + Field.LENGTH]!);
  if (before === null) return false;
  if (value === 0) {
    deleteSlice(m, list, before);
    return true;
  }
  const items = collectItems(m, value);
  if (items === null) return notIterable(m, before.step);
  // The value may have changed the list.
  const indices = sliceIndices(m, key, m.h.memory[list + Field.LENGTH]!);
  if (indices === null) return false;
  return assign(m, list, indices, items);
}

function assign(m: Machine, list: number, indices: SliceIndices, items: readonly number[]): boolean {
  const { start, stop, step, count } = indices;
  if (step === 1) {
    replaceSlice(m.h, list, start, Math.max(start, stop), items);
    return true;
  }
  if (items.length === count) {
    replaceItems(m.h, list, start, step, items);
    return true;
  }
  const sizes = `sequence of size ${items.length} to extended slice of size ${count}`;
  raise(m, "ValueError", `attempt to assign ${sizes}`);
  releaseItems(m, items);
  return false;
}

function deleteSlice(m: Machine, list: number, { start, step, count }: SliceIndices): void {
  if (count === 0) return;
  const last = start + step * (count - 1);
  const [from, to] = step > 0 ? [start, last] : [last, start];
  deleteListSlice(m.h, list, from, to + 1, Math.abs(step));
}

function notIterable(m: Machine, step: number): false {
  if (!errorIs(m, "TypeError")) return false;
  clearError(m);
  const { listSliceNeedsIterable } = m.rules.texts;
  raise(m, "TypeError", step === 1 ? fill(listSliceNeedsIterable) : "must assign iterable to extended slice");
  return false;
}
