/** Variables that functions share: instructions on cells. Mirrors `LOAD_DEREF`, `MAKE_CELL` and their like. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { slot, storeSlot } from "../../sim/heap/slot";
import { createCell } from "../../sim/objects/cell";
import { item } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import type { CodeObject } from "../objects/code-object";
import { FunctionSlot } from "../objects/function-object";
import { raise } from "./error";
import type { Frame } from "./frame";
import type { Machine } from "./machine";
import { keepName, unboundLocal } from "./names";

/** MAKE_CELL: what is in the slot goes into a new cell there. */
export function makeCell(m: Machine, frame: Frame, i: number): void {
  const { h, stack } = m;
  const at = frame.base + i;
  const cell = createCell(h, stack[at]!);
  const value = stack[at]!;
  stack[at] = cell;
  if (value !== 0) decref(h, value);
}

/** COPY_FREE_VARS: the cells of the function's closure go into the last slots. */
export function copyFreeVars(m: Machine, frame: Frame, count: number): void {
  const { h, stack } = m;
  const closure = slot(h, frame.func, FunctionSlot.CLOSURE);
  const start = h.memory[closure + Field.START]!;
  const first = frame.base + frame.code.code.slotCount - count;
  for (let i = 0; i < count; i++) {
    const cell = h.memory[start + i]!;
    incref(h, cell);
    stack[first + i] = cell;
  }
}

/** LOAD_DEREF, owned. */
export function loadDeref(m: Machine, frame: Frame, i: number): number {
  const value = slot(m.h, m.stack[frame.base + i]!, 0);
  if (value === 0) return unboundCell(m, frame, i);
  incref(m.h, value);
  return value;
}

/** LOAD_CLASSDEREF, owned: a name of the class body comes before the variable around it. */
export function loadClassDeref(m: Machine, frame: Frame, i: number): number {
  const name = internedStr(m.h, variableName(frame.code.code, i));
  const own = item(m.h, frame.locals, name);
  if (own === 0) return loadDeref(m, frame, i);
  incref(m.h, own);
  return own;
}

/** STORE_DEREF: the caller's reference moves there; 0 = the variable has no value any more. */
export function storeDeref(m: Machine, frame: Frame, i: number, value: number): void {
  storeSlot(m.h, m.stack[frame.base + i]!, 0, value);
}

/** DELETE_DEREF. */
export function deleteDeref(m: Machine, frame: Frame, i: number): boolean {
  if (slot(m.h, m.stack[frame.base + i]!, 0) === 0) return unboundCell(m, frame, i) !== 0;
  storeDeref(m, frame, i, 0);
  return true;
}

/** Source: `format_exc_unbound`. */
function unboundCell(m: Machine, frame: Frame, i: number): 0 {
  const { code } = frame.code;
  const name = variableName(code, i);
  if (!code.freeNames.includes(name)) return unboundLocal(m, name);
  raise(m, "NameError", m.rules.texts.unboundFree.replace("{0}", name));
  return keepName(m, internedStr(m.h, name));
}

/** The name of the variable in a slot. */
export function variableName(code: CodeObject["code"], i: number): string {
  const { cellNames, cellSlots, freeNames, localNames, slotCount } = code;
  const free = i - (slotCount - freeNames.length);
  return localNames[i] ?? (free >= 0 ? freeNames[free] : cellNames[cellSlots.indexOf(i)]) ?? "";
}
