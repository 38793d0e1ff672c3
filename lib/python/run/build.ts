/** Displays and what fills them. Mirrors `BUILD_LIST`, `LIST_APPEND`, `DICT_MERGE` and their like. */

import { decref, incref } from "../../sim/heap/refcount";
import { append } from "../../sim/objects/list";
import { addElement } from "../../sim/objects/set";
import { Static } from "../../sim/objects/static-object";
import { dictKey } from "../objects/hash-object";
import { collectItems } from "../objects/iterate";
import { isStr, makeStr, textOf } from "../objects/make-atom";
import { itemsOf, makeDict, type makeList, makeSet, makeTuple } from "../objects/make-container";
import { makeSlice } from "../objects/slice-object";
import { setItem } from "../objects/subscript";
import { typeName, typeOf } from "../objects/type-lookup";
import { clearError, raise } from "./error";
import type { Frame } from "./frame";
import type { Machine } from "./machine";
import { dropOperands, popOperand, pushOperand, takeOperands } from "./operands";

/** BUILD_TUPLE, BUILD_LIST: the items move in. */
export function buildSequence(m: Machine, frame: Frame, count: number, make: typeof makeList): true {
  pushOperand(m, frame, make(m, takeOperands(m, frame, count)));
  return true;
}

/** LIST_TO_TUPLE. */
export function listToTuple(m: Machine, frame: Frame): true {
  const list = popOperand(m, frame);
  const items = itemsOf(m, list);
  for (const item of items) incref(m.h, item);
  pushOperand(m, frame, makeTuple(m, items));
  decref(m.h, list);
  return true;
}

/** BUILD_SET: each item is added, and its operand goes. */
export function buildSet(m: Machine, frame: Frame, count: number): boolean {
  const set = makeSet(m);
  const items = takeOperands(m, frame, count);
  let isDone = true;
  for (const item of items) {
    isDone &&= add(m, set, item);
    decref(m.h, item);
  }
  if (isDone) pushOperand(m, frame, set);
  else decref(m.h, set);
  return isDone;
}

/** BUILD_MAP: count pairs. */
export function buildMap(m: Machine, frame: Frame, count: number): boolean {
  const low = frame.top - 2 * count;
  const { stack } = m;
  let onlyStr = true;
  for (let at = low; at < frame.top; at += 2) onlyStr &&= isStr(m, stack[at]!);
  const dict = makeDict(m, count, onlyStr);
  let isDone = true;
  for (let at = low; at < low + 2 * count && isDone; at += 2)
    isDone = setItem(m, dict, stack[at]!, stack[at + 1]!);
  dropOperands(m, frame, low);
  if (isDone) pushOperand(m, frame, dict);
  else decref(m.h, dict);
  return isDone;
}

/** BUILD_STRING: one text of all. */
export function buildString(m: Machine, frame: Frame, count: number): true {
  const low = frame.top - count;
  const text = Array.from(m.stack.subarray(low, frame.top), (o) => textOf(m, o)).join("");
  dropOperands(m, frame, low);
  pushOperand(m, frame, makeStr(m, text));
  return true;
}

/** BUILD_SLICE: two or three. */
export function buildSlice(m: Machine, frame: Frame, count: number): true {
  const [start = Static.NONE, stop = Static.NONE, step = Static.NONE] = takeOperands(m, frame, count);
  pushOperand(m, frame, makeSlice(m, start, stop, step));
  for (const o of count === 3 ? [start, stop, step] : [start, stop]) decref(m.h, o);
  return true;
}

/** LIST_APPEND: the list lies `depth` places below the item. */
export function listAppend(m: Machine, frame: Frame, depth: number): true {
  const item = popOperand(m, frame);
  append(m.h, m.stack[frame.top - depth]!, item);
  decref(m.h, item);
  return true;
}

/** SET_ADD. */
export function setAdd(m: Machine, frame: Frame, depth: number): boolean {
  const item = popOperand(m, frame);
  const isDone = add(m, m.stack[frame.top - depth]!, item);
  decref(m.h, item);
  return isDone;
}

/** MAP_ADD: key, value. */
export function mapAdd(m: Machine, frame: Frame, depth: number): boolean {
  const [key = 0, value = 0] = takeOperands(m, frame, 2);
  const isDone = setItem(m, m.stack[frame.top - depth]!, key, value);
  decref(m.h, value);
  decref(m.h, key);
  return isDone;
}

/** LIST_EXTEND, SET_UPDATE. */
export function extend(m: Machine, frame: Frame, depth: number, kind: "list" | "set"): boolean {
  const iterable = popOperand(m, frame);
  const target = m.stack[frame.top - depth]!;
  const { getItem, iterate } = typeOf(m, iterable).slots;
  const items = collectItems(m, iterable);
  if (items === null && kind === "list" && iterate === undefined && getItem === undefined) {
    clearError(m);
    raise(m, "TypeError", `Value after * must be an iterable, not ${typeName(m, iterable)}`);
  }
  let isDone = items !== null;
  for (const item of items ?? []) {
    if (kind === "list") append(m.h, target, item);
    else isDone &&= add(m, target, item);
    decref(m.h, item);
  }
  decref(m.h, iterable);
  return isDone;
}

/** A set takes an element, unless it has an equal one. */
function add(m: Machine, set: number, item: number): boolean {
  const key = dictKey(m, set, item);
  if (key === 0) return false;
  addElement(m.h, set, key);
  return true;
}
