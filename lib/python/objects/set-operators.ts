/** `|`, `&`, `-`, `^` of sets, and in place. Mirrors `set_or`, `set_and`, `set_sub`, `set_xor` and `set_ior`, ... */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { BinaryOp, INPLACE } from "../compile/opcode";
import type { Machine } from "../run/machine";
import { makeNotImplemented } from "./make-atom";
import { difference, intersection, symmetric, takeFrom, toggleAll } from "./set-algebra";
import { isAnySet } from "./set-item";
import { intersectionUpdate, unionMethod, updateMethod } from "./set-methods";
import { isSubtype } from "./type-lookup";

/** Called for the type of either operand. Both must be sets. */
export function setBinary(m: Machine, op: number, a: number, b: number): number {
  if (!isAnySet(m, a) || !isAnySet(m, b)) return makeNotImplemented(m);
  if ((op & INPLACE) !== 0) return inPlace(m, op & ~INPLACE, a, b);
  if (op === BinaryOp.OR) return unionMethod(m, [a, b]);
  if (op === BinaryOp.AND) return intersection(m, a, b);
  if (op === BinaryOp.SUBTRACT) return difference(m, a, b);
  return op === BinaryOp.XOR ? symmetric(m, a, b) : makeNotImplemented(m);
}

/** A frozenset does not change: the result is a new one. */
function inPlace(m: Machine, op: BinaryOp, a: number, b: number): number {
  if (!isSubtype(m, m.h.memory[a + Field.TYPE]!, Static.SET_TYPE)) return makeNotImplemented(m);
  const done = change(m, op, a, b);
  if (done === null) return makeNotImplemented(m);
  if (!done) return 0;
  incref(m.h, a);
  return a;
}

/** false = exception set; null: there is no such operator. */
function change(m: Machine, op: BinaryOp, a: number, b: number): boolean | null {
  if (op === BinaryOp.OR) return dropNone(m, updateMethod(m, [a, b]));
  if (op === BinaryOp.AND) return dropNone(m, intersectionUpdate(m, [a, b]));
  if (op === BinaryOp.SUBTRACT) return takeFrom(m, a, b);
  return op === BinaryOp.XOR ? toggleAll(m, a, b) : null;
}

function dropNone(m: Machine, result: number): boolean {
  if (result !== 0) decref(m.h, result);
  return result !== 0;
}
