/** Arithmetic and bit operators. Mirrors `binary_op1`, `PyNumber_Add`, `PyNumber_InPlaceAdd` ... in `Objects/abstract.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { BinaryOp, INPLACE } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { floatBinary } from "./float-operator";
import { intBinary } from "./int-operator";
import { makeNotImplemented } from "./make-atom";
import type { UnaryOp } from "./native-type";
import { numberSlot, sequenceOperator } from "./sequence-operator";
import { concatenate } from "./str-operator";
import { isSubtype, typeName, typeOf } from "./type-lookup";

/** By {@link BinaryOp}. */
const SYMBOLS = ["+", "-", "*", "/", "//", "%", "**", "&", "|", "^", "<<", ">>"];

/** `a op b`, owned. @param op - A {@link BinaryOp}, plus {@link INPLACE} for `a op= b`. */
export function binary(m: Machine, op: number, a: number, b: number): number {
  const { memory } = m.h;
  const type = memory[a + Field.TYPE];
  if (type === memory[b + Field.TYPE]) {
    // Two of one of these types need no search: the most common operands by far.
    if (type === Static.INT_TYPE) return intBinary(m, op & ~INPLACE, a, b);
    if (type === Static.FLOAT_TYPE && (op & ~INPLACE) <= BinaryOp.POWER)
      return floatBinary(m, op & ~INPLACE, a, b);
    if (type === Static.STR_TYPE && (op & ~INPLACE) === BinaryOp.ADD) return concatenate(m, a, b);
  }
  if (op >= INPLACE) {
    const result = inPlace(m, op, a, b);
    if (result !== m.notImplemented) return result;
    decref(m.h, result);
  }
  const plain: BinaryOp = op & ~INPLACE;
  const result = numberOperator(m, plain, a, b);
  if (result !== m.notImplemented) return result;
  decref(m.h, result);
  const sequence = sequenceOperator(m, op, a, b);
  if (sequence !== m.notImplemented) return sequence;
  decref(m.h, sequence);
  return unsupported(m, op, a, b);
}

/** `+o`, `-o`, `~o`, owned. */
export function unary(m: Machine, op: UnaryOp, o: number): number {
  const slot = typeOf(m, o).slots.unary;
  const result = slot === undefined ? m.notImplemented : slot(m, op, o);
  if (result !== m.notImplemented) return result;
  if (slot !== undefined) decref(m.h, result);
  return raise(m, "TypeError", `bad operand type for unary ${op}: '${typeName(m, o)}'`);
}

/** What a type that changes its objects in place does; NotImplemented, owned, of all others. */
function inPlace(m: Machine, op: number, a: number, b: number): number {
  const slot = numberSlot(m, op & ~INPLACE, a);
  return slot === undefined ? makeNotImplemented(m) : slot(m, op, a, b);
}

/** `binary_op1`: a subclass on the right is asked first, then the left, then the right. */
function numberOperator(m: Machine, op: BinaryOp, a: number, b: number): number {
  const left = numberSlot(m, op, a);
  let right = numberSlot(m, op, b);
  if (right === left) right = undefined;
  if (right !== undefined && left !== undefined && isSubtype(m, typeOf(m, b).id, typeOf(m, a).id)) {
    const result = right(m, op, a, b);
    if (result !== m.notImplemented) return result;
    decref(m.h, result);
    right = undefined;
  }
  if (left !== undefined) {
    const result = left(m, op, a, b);
    if (result !== m.notImplemented) return result;
    decref(m.h, result);
  }
  return right === undefined ? makeNotImplemented(m) : right(m, op, a, b);
}

function unsupported(m: Machine, op: number, a: number, b: number): 0 {
  const symbol = SYMBOLS[op & ~INPLACE]!;
  const shown = op >= INPLACE ? `${symbol}=` : symbol === "**" ? "** or pow()" : symbol;
  const types = `'${typeName(m, a)}' and '${typeName(m, b)}'`;
  return raise(m, "TypeError", `unsupported operand type(s) for ${shown}: ${types}`);
}
