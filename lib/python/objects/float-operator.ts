/** The operators of float. Mirrors `float_as_number` in `Objects/floatobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { BinaryOp } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { floatFloorDivide, floatModulo } from "./float-arithmetic";
import { raiseOverflow } from "./float-error";
import { floatPower } from "./float-power";
import { floatValue, intValue, isFloat, isInt, makeFloat, makeNotImplemented } from "./make-atom";
import type { UnaryOp } from "./native-type";

/** The `binary` slot of float, and `int ** -1`: NotImplemented unless both are floats or ints. */
export function floatBinary(m: Machine, op: number, a: number, b: number): number {
  if (op > BinaryOp.POWER || !isReal(m, a) || !isReal(m, b)) return makeNotImplemented(m);
  const x = asFloat(m, a);
  const y = x === null ? null : asFloat(m, b);
  return x === null || y === null ? 0 : compute(m, op, x, y);
}

/** Is it a float or an int? */
export function isReal(m: Machine, o: number): boolean {
  return isFloat(m, o) || isInt(m, o);
}

/** The value of a float or int as a float (`CONVERT_TO_DOUBLE`); null with OverflowError set. */
export function asFloat(m: Machine, o: number): number | null {
  if (isFloat(m, o)) return floatValue(m, o);
  const value = Number(intValue(m, o));
  if (Number.isFinite(value)) return value;
  raise(m, "OverflowError", "int too large to convert to float");
  return null;
}

/** `+o`, `-o` of a float. `+o` is the object itself when it is just a float. */
export function floatUnary(m: Machine, op: UnaryOp, o: number): number {
  if (op === "~") return makeNotImplemented(m);
  if (op === "-") return makeFloat(m, -floatValue(m, o));
  return exactFloat(m, o);
}

/** The float itself, or the plain float that an instance of a subclass stands for. Owned. */
export function exactFloat(m: Machine, o: number): number {
  if (m.h.memory[o + Field.TYPE] !== Static.FLOAT_TYPE) return makeFloat(m, floatValue(m, o));
  incref(m.h, o);
  return o;
}

function compute(m: Machine, op: BinaryOp, x: number, y: number): number {
  if (op === BinaryOp.ADD) return makeFloat(m, x + y);
  if (op === BinaryOp.SUBTRACT) return makeFloat(m, x - y);
  if (op === BinaryOp.MULTIPLY) return makeFloat(m, x * y);
  if (op === BinaryOp.POWER) return power(m, x, y);
  if (y === 0) return raise(m, "ZeroDivisionError", zeroText(m, op));
  if (op === BinaryOp.TRUE_DIVIDE) return makeFloat(m, x / y);
  return makeFloat(m, op === BinaryOp.FLOOR_DIVIDE ? floatFloorDivide(x, y) : floatModulo(x, y));
}

function zeroText(m: Machine, op: BinaryOp): string {
  if (op === BinaryOp.TRUE_DIVIDE) return "float division by zero";
  return op === BinaryOp.FLOOR_DIVIDE ? m.rules.texts.floatFloorByZero : m.rules.texts.floatModuloByZero;
}

/** Simplified: where the result is a complex number, a ValueError tells so: there are no complex numbers here. */
function power(m: Machine, x: number, y: number): number {
  if (x === 0 && y < 0 && Number.isFinite(y))
    return raise(m, "ZeroDivisionError", "0.0 cannot be raised to a negative power");
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y))
    return raise(
      m,
      "ValueError",
      "a negative number to a fractional power is complex; this simulator has no complex numbers",
    );
  const value = floatPower(x, y);
  const overflows = !Number.isFinite(value) && Number.isFinite(x) && Number.isFinite(y);
  return overflows ? raiseOverflow(m) : makeFloat(m, value);
}
