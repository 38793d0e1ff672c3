/** `%d`, `%x` and their like. Mirrors `mainformatlong`, `_PyUnicode_FormatLong`. */

import { decref } from "../../sim/heap/refcount";
import { clearError, errorIs, raise } from "../run/error";
import type { Machine } from "../run/machine";
import { fill } from "./fill";
import { absoluteValue, type Whole } from "./int-arithmetic";
import { numberToInt } from "./int-create";
import { intDigits } from "./int-text";
import { intOf, intValue, isFloat, isInt } from "./make-atom";
import type { Directive } from "./percent-directive";
import { type PercentParts, signFor } from "./percent-value";
import { typeName } from "./type-lookup";

const BASES: Readonly<Record<string, readonly [base: number, prefix: string]>> = {
  o: [8, "0o"],
  x: [16, "0x"],
  X: [16, "0X"],
};

/** The parts of the number; null = exception set. */
export function percentInt(m: Machine, directive: Directive, o: number): PercentParts | null {
  const { flags, precision, type } = directive;
  const value = BASES[type] === undefined ? wholePart(m, type, o) : exactWhole(m, type, o);
  if (value === null) return null;
  const [base, prefix] = BASES[type] ?? [10, ""];
  const digits = intDigits(m, absoluteValue(value), base);
  if (digits === null) return null;
  const body = digits.padStart(precision, "0");
  return {
    sign: signFor(flags, value < 0),
    prefix: flags.includes("#") ? prefix : "",
    body: type === "X" ? body.toUpperCase() : body,
  };
}

/** `%d` cuts the fraction off. */
function wholePart(m: Machine, type: string, o: number): Whole | null {
  if (isInt(m, o)) return intValue(m, o);
  const int = numberToInt(m, o);
  if (int === null || (int === 0 && errorIs(m, "TypeError"))) return wrongType(m, type, o);
  if (int === 0) return null;
  const value = intValue(m, int);
  decref(m.h, int);
  return value;
}

function exactWhole(m: Machine, type: string, o: number): Whole | null {
  if (isInt(m, o)) return intValue(m, o);
  const value = isFloat(m, o) ? null : intOf(m, o);
  return value === null && (m.error === 0 || errorIs(m, "TypeError")) ? wrongType(m, type, o) : value;
}

function wrongType(m: Machine, type: string, o: number): null {
  clearError(m);
  if (BASES[type] !== undefined)
    raise(m, "TypeError", `%${type} format: an integer is required, not ${typeName(m, o)}`);
  else raise(m, "TypeError", fill(m.rules.texts.badPercentD, typeName(m, o), type));
  return null;
}
