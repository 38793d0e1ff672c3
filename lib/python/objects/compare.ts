/** Comparisons. Mirrors `PyObject_RichCompare`, `PyObject_RichCompareBool` in `Objects/object.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { CompareOp } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { compareText } from "./code-point";
import { order, type Whole } from "./int-arithmetic";
import { makeBool } from "./make-atom";
import { enterRecursiveCall, leaveRecursiveCall } from "./recursive-call";
import { swappedCompare } from "./special-names";
import { isTrue } from "./truth";
import { isSubtype, typeName, typeOf } from "./type-lookup";

const OPERATORS = ["<", "<=", "==", "!=", ">", ">="];

/** `a op b`, owned. @param op - A {@link CompareOp}. */
export function richCompare(m: Machine, op: number, a: number, b: number): number {
  const plain = plainOrder(m, a, b);
  if (plain !== null) return makeBool(m, holds(op, plain));
  const { native, slots } = typeOf(m, a);
  // Code of the program that a class calls is counted there.
  if (native.slots?.compare !== slots.compare) return compareBySlots(m, op, a, b);
  if (!enterRecursiveCall(m, m.rules.texts.recursionInComparison)) return 0;
  const result = compareBySlots(m, op, a, b);
  leaveRecursiveCall(m);
  return result;
}

/** `a is b or a == b`: 1 or 0, or -1 with an exception set. */
export function equals(m: Machine, a: number, b: number): number {
  if (a === b) return 1;
  const plain = plainOrder(m, a, b);
  if (plain !== null) return plain === 0 ? 1 : 0;
  return truthOf(m, richCompare(m, CompareOp.EQ, a, b));
}

/** `a op b` as 1 or 0, or -1 with an exception set. @param op - A {@link CompareOp}. */
export function compareTruth(m: Machine, op: number, a: number, b: number): number {
  const plain = plainOrder(m, a, b);
  if (plain !== null) return holds(op, plain) ? 1 : 0;
  return truthOf(m, richCompare(m, op, a, b));
}

/** Does a comparison hold, when the operands have this order? */
export function holds(op: number, order: number): boolean {
  if (op === CompareOp.EQ) return order === 0;
  if (op === CompareOp.NE) return order !== 0;
  if (op === CompareOp.LT) return order < 0;
  if (op === CompareOp.LE) return order <= 0;
  return op === CompareOp.GT ? order > 0 : order >= 0;
}

/** Of two ints or two strs of just these types: no code of the program takes part. */
function plainOrder(m: Machine, a: number, b: number): number | null {
  const { memory, payload } = m.h;
  const type = memory[a + Field.TYPE];
  if (type !== memory[b + Field.TYPE]) return null;
  if (type === Static.INT_TYPE) return order(payload.get(a) as Whole, payload.get(b) as Whole);
  if (type === Static.STR_TYPE) return compareText(payload.get(a) as string, payload.get(b) as string);
  return null;
}

/** `do_richcompare`: a subclass on the right is asked first, then the left, then the right; at last identity. */
function compareBySlots(m: Machine, op: number, a: number, b: number): number {
  const left = typeOf(m, a);
  const right = typeOf(m, b);
  const swapped = swappedCompare[op]!;
  const rightFirst = left !== right && isSubtype(m, right.id, left.id);
  if (rightFirst) {
    const result = right.slots.compare!(m, swapped, b, a);
    if (result !== m.notImplemented) return result;
    decref(m.h, result);
  }
  const result = left.slots.compare!(m, op, a, b);
  if (result !== m.notImplemented) return result;
  decref(m.h, result);
  if (!rightFirst) {
    const reflected = right.slots.compare!(m, swapped, b, a);
    if (reflected !== m.notImplemented) return reflected;
    decref(m.h, reflected);
  }
  if (op === CompareOp.EQ || op === CompareOp.NE) return makeBool(m, (a === b) === (op === CompareOp.EQ));
  const types = `'${typeName(m, a)}' and '${typeName(m, b)}'`;
  return raise(m, "TypeError", `'${OPERATORS[op]}' not supported between instances of ${types}`);
}

/** @param result - Owned; given up here. */
function truthOf(m: Machine, result: number): number {
  if (result === 0) return -1;
  const truth = isTrue(m, result);
  decref(m.h, result);
  return truth;
}
