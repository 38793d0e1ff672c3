/** `sum`. Mirrors `builtin_sum_impl`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { BinaryOp } from "../compile/opcode";
import { iterate, next } from "../objects/iterate";
import { floatValue, intValue, isBytes, isInt, isStr, makeFloat, makeInt } from "../objects/make-atom";
import type { Keywords, NativeDefinition } from "../objects/native-type";
import { binary } from "../objects/operator";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";

export const sumFunctions: readonly NativeDefinition[] = [
  { name: "sum", least: 0, most: 2, keywords: ["start"], call: sum },
];

function sum(m: Machine, [iterable = 0, start]: readonly number[], keywords: Keywords): number {
  if (iterable === 0) return raise(m, "TypeError", "sum() takes at least 1 positional argument (0 given)");
  const first = start ?? keywords?.get("start");
  const iterator = iterate(m, iterable);
  if (iterator === 0) return 0;
  const total = first === undefined ? makeInt(m, 0) : checkedStart(m, first);
  const result = total === 0 ? 0 : addAll(m, iterator, total);
  decref(m.h, iterator);
  return result;
}

/** Owned. A str or bytes is no start: joining is faster. */
function checkedStart(m: Machine, start: number): number {
  if (isStr(m, start)) return raise(m, "TypeError", "sum() can't sum strings [use ''.join(seq) instead]");
  if (isBytes(m, start)) return raise(m, "TypeError", "sum() can't sum bytes [use b''.join(seq) instead]");
  incref(m.h, start);
  return start;
}

/** @param total - Its reference moves here. */
function addAll(m: Machine, iterator: number, total: number): number {
  let result = total;
  for (let item = next(m, iterator); item !== 0; item = next(m, iterator)) {
    if (m.rules.builtins.sumCompensates && isExactFloat(m, result) && isNumber(m, item)) {
      result = addFloats(m, iterator, result, item);
      if (result === 0) return 0;
      continue;
    }
    const added = binary(m, BinaryOp.ADD, result, item);
    decref(m.h, result);
    decref(m.h, item);
    if (added === 0) return 0;
    result = added;
  }
  if (m.error === 0) return result;
  decref(m.h, result);
  return 0;
}

/** Add while there are floats and ints, with what rounding loses kept apart (`cs_add`). References move here. */
function addFloats(m: Machine, iterator: number, total: number, first: number): number {
  let sum = floatValue(m, total);
  let lost = 0;
  decref(m.h, total);
  let item = first;
  for (; item !== 0 && isNumber(m, item); item = next(m, iterator)) {
    const isFloat = isExactFloat(m, item);
    const value = isFloat ? floatValue(m, item) : Number(intValue(m, item));
    const next = sum + value;
    if (isFloat) lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
    decref(m.h, item);
  }
  const result = makeFloat(m, lost !== 0 && Number.isFinite(lost) ? sum + lost : sum);
  if (item === 0 && m.error === 0) return result;
  const added = item === 0 ? 0 : binary(m, BinaryOp.ADD, result, item);
  decref(m.h, result);
  if (item !== 0) decref(m.h, item);
  return added;
}

function isNumber(m: Machine, o: number): boolean {
  return isExactFloat(m, o) || isInt(m, o);
}

function isExactFloat(m: Machine, o: number): boolean {
  return m.h.memory[o + Field.TYPE] === Static.FLOAT_TYPE;
}
