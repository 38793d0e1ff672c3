/** `int(...)`. Mirrors `long_new_impl`, `PyNumber_Long`, `PyLong_FromUnicodeObject`. */

import { Field } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { fill } from "./fill";
import { exactInt } from "./int-operator";
import { parseInteger } from "./int-parse";
import { MOST_DIGITS } from "./int-text";
import { argument } from "./keyword-argument";
import { bytesOf, floatValue, isBytes, isFloat, isInt, isStr, makeInt, sizeOf, textOf } from "./make-atom";
import type { Keywords } from "./native-type";
import { callSpecial } from "./special-method";
import { repr } from "./text";
import { typeName } from "./type-lookup";

/** A str is shown with so many characters of its repr at most. */
const SHOWN_CHARACTERS = 200;

/** The `create` slot: an int, owned. */
export function createIntObject(m: Machine, args: readonly number[], keywords: Keywords): number {
  const unknown = [...(keywords?.keys() ?? [])].find((name) => name !== "base");
  if (unknown !== undefined)
    return raise(m, "TypeError", `'${unknown}' is an invalid keyword argument for int()`);
  if (args.length > 2) return raise(m, "TypeError", `int() takes at most 2 arguments (${args.length} given)`);
  const base = argument(args, keywords, 1, "base");
  const [value] = args;
  if (value === undefined)
    return base === 0 ? makeInt(m, 0) : raise(m, "TypeError", "int() missing string argument");
  return base === 0 ? toInt(m, value) : withBase(m, value, base);
}

/** The whole part of a float, owned (`PyLong_FromDouble`). */
export function truncated(m: Machine, value: number): number {
  if (Number.isNaN(value)) return raise(m, "ValueError", "cannot convert float NaN to integer");
  if (!Number.isFinite(value)) return raise(m, "OverflowError", "cannot convert float infinity to integer");
  return makeInt(m, Math.trunc(value));
}

/** `int(o)` of a number of any kind; null when `o` is none. */
export function numberToInt(m: Machine, o: number): number | null {
  const type = m.h.memory[o + Field.TYPE];
  if (type === Static.INT_TYPE || type === Static.BOOL_TYPE) return exactInt(m, o);
  if (type === Static.FLOAT_TYPE) return truncated(m, floatValue(m, o));
  for (const name of ["__int__", "__index__", "__trunc__"]) {
    const result = callSpecial(m, o, name, []);
    if (result !== null) return result === 0 ? 0 : plainInt(m, result, name);
  }
  return null;
}

function toInt(m: Machine, o: number): number {
  const number = numberToInt(m, o);
  if (number !== null) return number;
  const text = shownText(m, o);
  if (text !== null) return parse(m, o, text, 10);
  return raise(m, "TypeError", fill(m.rules.texts.badIntArgument, typeName(m, o)));
}

/** @param result - Owned; it is given up. */
function plainInt(m: Machine, result: number, name: string): number {
  const int = isInt(m, result)
    ? exactInt(m, result)
    : raise(m, "TypeError", `${name} returned non-int (type ${typeName(m, result)})`);
  decref(m.h, result);
  return int;
}

function withBase(m: Machine, o: number, baseObject: number): number {
  const base = sizeOf(m, baseObject, null);
  if (base === null) return 0;
  if ((base !== 0 && base < 2) || base > 36)
    return raise(m, "ValueError", "int() base must be >= 2 and <= 36, or 0");
  const text = shownText(m, o);
  if (text === null) return raise(m, "TypeError", "int() can't convert non-string with explicit base");
  return parse(m, o, text, base);
}

/** The text of a str or bytes object; null of anything else. */
export function shownText(m: Machine, o: number): string | null {
  if (isFloat(m, o)) return null;
  if (isStr(m, o)) return textOf(m, o);
  return isBytes(m, o) ? String.fromCharCode(...bytesOf(m, o)) : null;
}

function parse(m: Machine, o: number, text: string, base: number): number {
  const digits = text.replace(/\D/g, "").length;
  if ((base === 10 || base === 0) && digits > MOST_DIGITS && parseInteger(text.slice(0, 2), base) !== null) {
    const limit = fill(m.rules.texts.tooManyDigits, `${MOST_DIGITS}`);
    const what = `value has ${digits} digits; use sys.set_int_max_str_digits() to increase the limit`;
    return raise(m, "ValueError", `${limit}: ${what}`);
  }
  const value = parseInteger(text, base);
  if (value !== null) return makeInt(m, value);
  const shown = repr(m, o);
  if (shown === null) return 0;
  const literal = shown.slice(0, SHOWN_CHARACTERS);
  return raise(m, "ValueError", `invalid literal for int() with base ${base}: ${literal}`);
}
