/** `float(...)`. Mirrors `float_new_impl`, `PyNumber_Float`, `PyFloat_FromString`. */

import { decref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { fill } from "./fill";
import { asFloat, exactFloat } from "./float-operator";
import { parseFloatText } from "./float-parse";
import { shownText } from "./int-create";
import { floatValue, intOf, isFloat, isInt, makeFloat, makeInt } from "./make-atom";
import type { Keywords } from "./native-type";
import { callSpecial } from "./special-method";
import { repr } from "./text";
import { lookupType, typeName, typeOf } from "./type-lookup";

/** The `create` slot: a float, owned. */
export function createFloatObject(m: Machine, args: readonly number[], keywords: Keywords): number {
  if (keywords !== null && keywords.size > 0)
    return raise(m, "TypeError", "float() takes no keyword arguments");
  if (args.length > 1) return raise(m, "TypeError", `float expected at most 1 argument, got ${args.length}`);
  const [o] = args;
  if (o === undefined) return makeFloat(m, 0);
  const text = shownText(m, o);
  if (text === null) return numberToFloat(m, o, fill(m.rules.texts.badFloatArgument, typeName(m, o)));
  const value = parseFloatText(text);
  if (value !== null) return makeFloat(m, value);
  const shown = repr(m, o);
  return shown === null ? 0 : raise(m, "ValueError", `could not convert string to float: ${shown}`);
}

/** A number of any kind as a float, owned. @param complaint - The message when `o` is no number. */
export function numberToFloat(m: Machine, o: number, complaint: string): number {
  if (isFloat(m, o)) return exactFloat(m, o);
  if (isInt(m, o)) {
    const value = asFloat(m, o);
    return value === null ? 0 : makeFloat(m, value);
  }
  const result = callSpecial(m, o, "__float__", []);
  if (result !== null) return result === 0 ? 0 : plainFloat(m, o, result);
  if (lookupType(m, typeOf(m, o), internedStr(m.h, "__index__")) === 0)
    return raise(m, "TypeError", complaint);
  const whole = intOf(m, o);
  if (whole === null) return 0;
  const int = makeInt(m, whole);
  const float = numberToFloat(m, int, complaint);
  decref(m.h, int);
  return float;
}

/** @param result - Owned; it is given up. */
function plainFloat(m: Machine, o: number, result: number): number {
  const float = isFloat(m, result)
    ? makeFloat(m, floatValue(m, result))
    : raise(m, "TypeError", `${typeName(m, o)}.__float__ returned non-float (type ${typeName(m, result)})`);
  decref(m.h, result);
  return float;
}
