/** The operators of int. Mirrors `long_as_number` in `Objects/longobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { bitLength } from "../../sim/objects/atom";
import { Static } from "../../sim/objects/static-object";
import { BinaryOp } from "../compile/opcode";
import { raise, raiseWith } from "../run/error";
import type { Machine } from "../run/machine";
import { floatBinary } from "./float-operator";
import type { Whole } from "./int-arithmetic";
import * as whole from "./int-arithmetic";
import { trueDivide } from "./int-division";
import { intValue, isInt, makeFloat, makeInt, makeNotImplemented } from "./make-atom";
import type { UnaryOp } from "./native-type";

/** Larger ints are a MemoryError: a million digits take milliseconds, a thousand million would take for ever. */
const MOST_BITS = 2 ** 26;

/** The `binary` slot of int: NotImplemented unless both are ints. */
export function intSlot(m: Machine, op: number, a: number, b: number): number {
  return op <= BinaryOp.RSHIFT && isInt(m, a) && isInt(m, b) ? intBinary(m, op, a, b) : makeNotImplemented(m);
}

/** `a op b`, owned. @param op - A {@link BinaryOp}. @param a - An int, as is `b`. */
export function intBinary(m: Machine, op: BinaryOp, a: number, b: number): number {
  const x = intValue(m, a);
  const y = intValue(m, b);
  switch (op) {
    case BinaryOp.ADD:
      return makeInt(m, whole.add(x, y));
    case BinaryOp.SUBTRACT:
      return makeInt(m, whole.subtract(x, y));
    case BinaryOp.MULTIPLY:
      return tooLarge(x, y) ? memoryError(m) : makeInt(m, whole.multiply(x, y));
    case BinaryOp.TRUE_DIVIDE:
      return quotient(m, x, y);
    case BinaryOp.FLOOR_DIVIDE:
      return y === 0 ? zeroDivision(m, FLOOR_BY_ZERO) : makeInt(m, whole.floorDivide(x, y));
    case BinaryOp.REMAINDER:
      return y === 0 ? zeroDivision(m, m.rules.texts.intModuloByZero) : makeInt(m, whole.modulo(x, y));
    case BinaryOp.POWER:
      return y < 0 ? floatBinary(m, op, a, b) : power(m, x, y);
    case BinaryOp.AND:
      return makeInt(m, whole.bitwise("&", x, y));
    case BinaryOp.OR:
      return makeInt(m, whole.bitwise("|", x, y));
    case BinaryOp.XOR:
      return makeInt(m, whole.bitwise("^", x, y));
    case BinaryOp.LSHIFT:
      return shiftLeft(m, x, y);
    default:
      return y < 0 ? negativeShift(m) : makeInt(m, whole.shiftRight(x, y));
  }
}

/** `+o`, `-o`, `~o` of an int. `+o` is the object itself when it is just an int. */
export function intUnary(m: Machine, op: UnaryOp, o: number): number {
  const value = intValue(m, o);
  if (op === "-") return makeInt(m, whole.negative(value));
  if (op === "~") return makeInt(m, whole.subtract(whole.negative(value), 1));
  return exactInt(m, o);
}

/** The int itself, or the plain int that a bool or an instance of a subclass stands for (`long_long`). Owned. */
export function exactInt(m: Machine, o: number): number {
  if (m.h.memory[o + Field.TYPE] !== Static.INT_TYPE) return makeInt(m, intValue(m, o));
  incref(m.h, o);
  return o;
}

/** MemoryError, which has no message. */
export function memoryError(m: Machine): 0 {
  return raiseWith(m, "MemoryError", []);
}

/** Of `divmod` too. */
export const FLOOR_BY_ZERO: string = "integer division or modulo by zero";

function quotient(m: Machine, x: Whole, y: Whole): number {
  if (y === 0) return zeroDivision(m, "division by zero");
  const value = trueDivide(x, y);
  if (Number.isFinite(value)) return makeFloat(m, value);
  return raise(m, "OverflowError", "integer division result too large for a float");
}

/**
 * Simplified: a power or product of more than 2^26 bits is a MemoryError; CPython would compute it as long as there is
 * memory. The same for `<<`.
 */
function power(m: Machine, x: Whole, y: Whole): number {
  const isUnit = x === 0 || x === 1 || x === -1;
  if (!isUnit && Number(y) * (bitLength(x) - 1) > MOST_BITS) return memoryError(m);
  return makeInt(m, whole.power(x, isUnit && y > 2 ? whole.add(2, whole.modulo(y, 2)) : y));
}

function shiftLeft(m: Machine, x: Whole, y: Whole): number {
  if (y < 0) return negativeShift(m);
  if (x === 0) return makeInt(m, 0);
  if (y >= 2n ** 63n) return raise(m, "OverflowError", "too many digits in integer");
  return y > MOST_BITS ? memoryError(m) : makeInt(m, whole.shiftLeft(x, Number(y)));
}

/** Only numbers that are large already are measured. */
function tooLarge(x: Whole, y: Whole): boolean {
  return typeof x === "bigint" && typeof y === "bigint" && bitLength(x) + bitLength(y) > MOST_BITS;
}

function negativeShift(m: Machine): 0 {
  return raise(m, "ValueError", "negative shift count");
}

function zeroDivision(m: Machine, message: string): 0 {
  return raise(m, "ZeroDivisionError", message);
}
