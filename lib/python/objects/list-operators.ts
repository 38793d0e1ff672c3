/** `list + list`, `list * int`, and in place. Mirrors `list_concat`, `list_repeat`, `list_inplace_concat`, `list_inplace_repeat`. */

import { clear } from "../../sim/heap/clear";
import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { BinaryOp, INPLACE } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { releaseItems } from "./iterate";
import { extendList, extendWith } from "./list-extend";
import { isList } from "./list-object";
import { makeNotImplemented } from "./make-atom";
import { itemsOf, makeList } from "./make-container";
import { repeatCount, repeated } from "./sequence-repeat";
import { typeName } from "./type-lookup";

/** Called for the type of either operand. */
export function listBinary(m: Machine, op: number, a: number, b: number): number {
  const plain = op & ~INPLACE;
  if (plain === BinaryOp.ADD && isList(m, a))
    return (op & INPLACE) !== 0 ? extendInPlace(m, a, b) : concat(m, a, b);
  if (plain !== BinaryOp.MULTIPLY) return makeNotImplemented(m);
  if (isList(m, a)) return repeat(m, a, b, (op & INPLACE) !== 0);
  return repeat(m, b, a, false);
}

function concat(m: Machine, a: number, b: number): number {
  if (!isList(m, b))
    return raise(m, "TypeError", `can only concatenate list (not "${typeName(m, b)}") to list`);
  const items = [...itemsOf(m, a), ...itemsOf(m, b)];
  for (const item of items) incref(m.h, item);
  return makeList(m, items);
}

/** Any iterable will do. */
function extendInPlace(m: Machine, list: number, iterable: number): number {
  if (!extendList(m, list, iterable)) return 0;
  incref(m.h, list);
  return list;
}

function repeat(m: Machine, list: number, times: number, inPlace: boolean): number {
  const count = repeatCount(m, times);
  if (count === null) return 0;
  if (!inPlace) {
    const items = repeated(m, itemsOf(m, list), count);
    return items === null ? 0 : makeList(m, items);
  }
  if (!repeatInPlace(m, list, count)) return 0;
  incref(m.h, list);
  return list;
}

function repeatInPlace(m: Machine, list: number, count: number): boolean {
  if (m.h.memory[list + Field.LENGTH] === 0 || count === 1) return true;
  if (count < 1) {
    clear(m.h, list);
    return true;
  }
  const items = repeated(m, itemsOf(m, list), count - 1);
  if (items === null) return false;
  extendWith(m, list, items);
  releaseItems(m, items);
  return true;
}
