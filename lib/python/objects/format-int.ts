/** `int.__format__`. Mirrors `format_long_internal` in `Python/formatter_unicode.c`. */

import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { asFloat } from "./float-operator";
import { formatFloat } from "./format-float";
import { joinNumber } from "./format-number";
import { type FormatSpec, fail, parseFormatSpec, unknownFormatCode } from "./format-spec";
import { absoluteValue } from "./int-arithmetic";
import { intDigits } from "./int-text";
import { intValue } from "./make-atom";
import { str } from "./text";
import { typeName } from "./type-lookup";

/** `LONG_MAX`, about. */
const LARGEST_LONG = 2n ** 63n - 1n;

/** Base and prefix of each presentation type. */
const BASES: Readonly<Record<string, readonly [base: number, prefix: string]>> = {
  b: [2, "0b"],
  o: [8, "0o"],
  x: [16, "0x"],
  X: [16, "0X"],
  d: [10, ""],
  n: [10, ""],
};

/** The text; null with an exception set. */
export function formatInt(m: Machine, o: number, text: string): string | null {
  if (text === "") return str(m, o);
  const spec = parseFormatSpec(m, text, { typeName: typeName(m, o), type: "d", align: ">" });
  if (spec === null) return null;
  if (spec.type !== "" && "eEfFgG%".includes(spec.type)) {
    const value = asFloat(m, o);
    return value === null ? null : formatFloat(m, value, spec);
  }
  if (spec.type !== "c" && BASES[spec.type] === undefined)
    return unknownFormatCode(m, spec.type, typeName(m, o));
  if (spec.precision >= 0) return fail(m, "Precision not allowed in integer format specifier");
  if (spec.noNegativeZero)
    return fail(m, "Negative zero coercion (z) not allowed in integer format specifier");
  return spec.type === "c" ? formatCharacter(m, o, spec) : formatDigits(m, o, spec);
}

function formatDigits(m: Machine, o: number, spec: FormatSpec): string | null {
  const value = intValue(m, o);
  const [base, prefix] = BASES[spec.type]!;
  const digits = intDigits(m, absoluteValue(value), base);
  if (digits === null) return null;
  return joinNumber(spec, {
    negative: value < 0,
    prefix: spec.alternate ? prefix : "",
    digits: spec.type === "X" ? digits.toUpperCase() : digits,
    rest: "",
  });
}

function formatCharacter(m: Machine, o: number, spec: FormatSpec): string | null {
  if (spec.sign !== "") return fail(m, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return fail(m, "Alternate form (#) not allowed with integer format specifier 'c'");
  const value = intValue(m, o);
  if (value < 0 || value > 0x10ffff) {
    const isLong = value >= -LARGEST_LONG && value <= LARGEST_LONG;
    const message = isLong ? "%c arg not in range(0x110000)" : "Python int too large to convert to C long";
    raise(m, "OverflowError", message);
    return null;
  }
  return joinNumber(spec, {
    negative: false,
    prefix: "",
    digits: "",
    rest: String.fromCodePoint(Number(value)),
  });
}
