/** The methods of int. Mirrors `long_methods` in `Objects/longobject.c`. */

import { bitLength } from "../../sim/objects/atom";
import { BinaryOp } from "../compile/opcode";
import type { Machine } from "../run/machine";
import { asFloat } from "./float-operator";
import {
  absoluteValue,
  add,
  floorDivide,
  modulo,
  multiply,
  power,
  subtract,
  type Whole,
} from "./int-arithmetic";
import { intByteMethods } from "./int-bytes";
import { exactInt, intBinary } from "./int-operator";
import { intOf, intValue, isInt, makeFloat, makeInt, makeNotImplemented } from "./make-atom";
import { makeTuple } from "./make-container";
import type { NativeAttribute, NativeDefinition } from "./native-type";

const itself: readonly NativeDefinition[] = [
  "conjugate",
  "__int__",
  "__index__",
  "__trunc__",
  "__floor__",
  "__ceil__",
].map((name) => ({ name, call: (m, [o]) => exactInt(m, o!) }));

export const intMethods: readonly NativeDefinition[] = [
  ...itself,
  ...intByteMethods,
  { name: "bit_length", call: (m, [o]) => makeInt(m, bitLength(intValue(m, o!))) },
  { name: "bit_count", call: (m, [o]) => makeInt(m, bitCount(intValue(m, o!))) },
  { name: "as_integer_ratio", call: (m, [o]) => makeTuple(m, [exactInt(m, o!), makeInt(m, 1)]) },
  { name: "__abs__", call: (m, [o]) => absolute(m, o!) },
  { name: "__float__", call: (m, [o]) => toFloat(m, o!) },
  { name: "__round__", most: 1, call: (m, [o, digits]) => round(m, o!, digits ?? 0) },
  { name: "__divmod__", least: 1, call: (m, [a, b]) => divideModulo(m, a!, b!) },
  { name: "__rdivmod__", least: 1, call: (m, [a, b]) => divideModulo(m, b!, a!) },
];

export const intAttributes: readonly NativeAttribute[] = [
  { name: "real", get: exactInt },
  { name: "numerator", get: exactInt },
  { name: "imag", get: (m) => makeInt(m, 0) },
  { name: "denominator", get: (m) => makeInt(m, 1) },
];

function bitCount(value: Whole): number {
  return absoluteValue(value).toString(2).replaceAll("0", "").length;
}

function absolute(m: Machine, o: number): number {
  return intValue(m, o) < 0 ? makeInt(m, absoluteValue(intValue(m, o))) : exactInt(m, o);
}

function toFloat(m: Machine, o: number): number {
  const value = asFloat(m, o);
  return value === null ? 0 : makeFloat(m, value);
}

function divideModulo(m: Machine, a: number, b: number): number {
  if (!isInt(m, a) || !isInt(m, b)) return makeNotImplemented(m);
  const quotient = intBinary(m, BinaryOp.FLOOR_DIVIDE, a, b);
  if (quotient === 0) return 0;
  return makeTuple(m, [quotient, intBinary(m, BinaryOp.REMAINDER, a, b)]);
}

/** To a multiple of a power of ten, half to even, when the number of digits is negative. */
function round(m: Machine, o: number, digits: number): number {
  if (digits === 0) return exactInt(m, o);
  const places = intOf(m, digits);
  if (places === null) return 0;
  return places >= 0 ? exactInt(m, o) : makeInt(m, roundedTo(intValue(m, o), -places));
}

function roundedTo(value: Whole, tens: Whole): Whole {
  if (tens > value.toString().length + 1) return 0;
  const unit = power(10, tens);
  const rest = modulo(value, unit);
  const below = subtract(value, rest);
  const twice = multiply(rest, 2);
  const odd = modulo(floorDivide(below, unit), 2) === 1;
  return twice > unit || (equal(twice, unit) && odd) ? add(below, unit) : below;
}

function equal(a: Whole, b: Whole): boolean {
  return a >= b && a <= b;
}
