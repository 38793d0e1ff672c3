/** What `abs`, `divmod`, `pow` and `round` do. Mirrors `PyNumber_Absolute`, `PyNumber_Divmod`, `PyNumber_Power`, `builtin_round`. */

import { decref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { BinaryOp } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { fill } from "./fill";
import { inverse, powerModulo } from "./int-arithmetic";
import { intValue, isFloat, isInt, makeInt } from "./make-atom";
import { binary } from "./operator";
import { callSpecial } from "./special-method";
import { isSubtype, typeName, typeOf } from "./type-lookup";

/** `abs(o)`, owned. */
export function absolute(m: Machine, o: number): number {
  const result = callSpecial(m, o, "__abs__", []);
  return result ?? raise(m, "TypeError", `bad operand type for abs(): '${typeName(m, o)}'`);
}

/** `divmod(a, b)`, owned: what `__divmod__` or `__rdivmod__` gives, a subclass on the right first. */
export function divideModulo(m: Machine, a: number, b: number): number {
  const rightFirst = typeOf(m, a) !== typeOf(m, b) && isSubtype(m, typeOf(m, b).id, typeOf(m, a).id);
  const left = () => callSpecial(m, a, "__divmod__", [b]);
  const right = () => callSpecial(m, b, "__rdivmod__", [a]);
  for (const attempt of rightFirst ? [right, left] : [left, right]) {
    const result = attempt();
    if (result === null) continue;
    if (result !== m.notImplemented) return result;
    decref(m.h, result);
  }
  const types = `'${typeName(m, a)}' and '${typeName(m, b)}'`;
  return raise(m, "TypeError", `unsupported operand type(s) for divmod(): ${types}`);
}

/** `pow(a, b, modulus)`, owned. @param modulus - None: `a ** b`. */
export function power(m: Machine, a: number, b: number, modulus: number): number {
  if (modulus === Static.NONE) return binary(m, BinaryOp.POWER, a, b);
  if (isInt(m, a) && isInt(m, b) && isInt(m, modulus)) return intPower(m, a, b, modulus);
  const numbers = [a, b].every((o) => isInt(m, o) || isFloat(m, o));
  if (numbers && (isFloat(m, a) || isFloat(m, b)))
    return raise(m, "TypeError", "pow() 3rd argument not allowed unless all arguments are integers");
  const result = numbers ? null : callSpecial(m, a, "__pow__", [b, modulus]);
  if (result !== null && result !== m.notImplemented) return result;
  if (result !== null) decref(m.h, result);
  const types = [a, b, modulus].map((o) => typeName(m, o));
  return raise(m, "TypeError", fill(m.rules.texts.badPowArguments, ...types));
}

/** `round(o, digits)`, owned. @param digits - 0 = not given. */
export function round(m: Machine, o: number, digits: number): number {
  const given = digits === 0 || digits === Static.NONE ? [] : [digits];
  const result = callSpecial(m, o, "__round__", given);
  return result ?? raise(m, "TypeError", `type ${typeName(m, o)} doesn't define __round__ method`);
}

function intPower(m: Machine, a: number, b: number, modulus: number): number {
  const by = intValue(m, modulus);
  if (by === 0) return raise(m, "ValueError", "pow() 3rd argument cannot be 0");
  const exponent = intValue(m, b);
  if (exponent >= 0) return makeInt(m, powerModulo(intValue(m, a), exponent, by));
  const base = inverse(intValue(m, a), by);
  if (base === null) return raise(m, "ValueError", "base is not invertible for the given modulus");
  return makeInt(m, powerModulo(base, -exponent, by));
}
