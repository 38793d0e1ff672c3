/** The methods of float. Mirrors `float_methods` in `Objects/floatobject.c`. */

import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { floatFloorDivide, floatModulo, roundAt, roundHalfEven } from "./float-arithmetic";
import { binary } from "./float-decimal";
import { asFloat, exactFloat, isReal } from "./float-operator";
import { truncated } from "./int-create";
import { floatValue, makeBool, makeFloat, makeInt, makeNotImplemented, makeStr, sizeOf } from "./make-atom";
import { makeTuple } from "./make-container";
import type { NativeAttribute, NativeDefinition } from "./native-type";

const FRACTION_DIGITS = 13;

export const floatMethods: readonly NativeDefinition[] = [
  { name: "conjugate", call: (m, [o]) => exactFloat(m, o!) },
  { name: "is_integer", call: (m, [o]) => makeBool(m, Number.isInteger(floatValue(m, o!))) },
  { name: "as_integer_ratio", call: (m, [o]) => ratio(m, floatValue(m, o!)) },
  { name: "hex", call: (m, [o]) => makeStr(m, hexText(floatValue(m, o!))) },
  { name: "__abs__", call: (m, [o]) => makeFloat(m, Math.abs(floatValue(m, o!))) },
  { name: "__float__", call: (m, [o]) => exactFloat(m, o!) },
  { name: "__int__", call: (m, [o]) => truncated(m, floatValue(m, o!)) },
  { name: "__trunc__", call: (m, [o]) => truncated(m, floatValue(m, o!)) },
  { name: "__floor__", call: (m, [o]) => truncated(m, Math.floor(floatValue(m, o!))) },
  { name: "__ceil__", call: (m, [o]) => truncated(m, Math.ceil(floatValue(m, o!))) },
  { name: "__round__", most: 1, call: (m, [o, digits]) => round(m, floatValue(m, o!), digits ?? 0) },
  { name: "__divmod__", least: 1, call: (m, [a, b]) => divideModulo(m, a!, b!) },
  { name: "__rdivmod__", least: 1, call: (m, [a, b]) => divideModulo(m, b!, a!) },
];

export const floatAttributes: readonly NativeAttribute[] = [
  { name: "real", get: exactFloat },
  { name: "imag", get: (m) => makeFloat(m, 0) },
];

function round(m: Machine, value: number, digits: number): number {
  if (digits === 0 || digits === Static.NONE)
    return truncated(m, Number.isFinite(value) ? roundHalfEven(value) : value);
  const places = sizeOf(m, digits, null);
  if (places === null) return 0;
  const rounded = roundAt(value, places);
  if (Number.isFinite(rounded) || !Number.isFinite(value)) return makeFloat(m, rounded);
  return raise(m, "OverflowError", "rounded value too large to represent");
}

function divideModulo(m: Machine, a: number, b: number): number {
  if (!isReal(m, a) || !isReal(m, b)) return makeNotImplemented(m);
  const x = asFloat(m, a);
  const y = x === null ? null : asFloat(m, b);
  if (x === null || y === null) return 0;
  if (y === 0) return raise(m, "ZeroDivisionError", "float divmod()");
  return makeTuple(m, [makeFloat(m, floatFloorDivide(x, y)), makeFloat(m, floatModulo(x, y))]);
}

function ratio(m: Machine, value: number): number {
  if (Number.isNaN(value)) return raise(m, "ValueError", "cannot convert NaN to integer ratio");
  if (!Number.isFinite(value)) return raise(m, "OverflowError", "cannot convert Infinity to integer ratio");
  let { mantissa, exponent } = binary(Math.abs(value));
  if (mantissa === 0n) exponent = 0;
  for (; exponent < 0 && (mantissa & 1n) === 0n; exponent++) mantissa >>= 1n;
  const numerator = (value < 0 ? -mantissa : mantissa) << BigInt(Math.max(0, exponent));
  return makeTuple(m, [makeInt(m, numerator), makeInt(m, 1n << BigInt(Math.max(0, -exponent)))]);
}

function hexText(value: number): string {
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return `${sign}inf`;
  if (value === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = binary(Math.abs(value));
  const digits = mantissa.toString(16).padStart(FRACTION_DIGITS + 1, "0");
  const power = exponent + FRACTION_DIGITS * 4;
  return `${sign}0x${digits[0]}.${digits.slice(1)}p${power < 0 ? "" : "+"}${power}`;
}
