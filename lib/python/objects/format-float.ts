/** `float.__format__`. Mirrors `format_float_internal` in `Python/formatter_unicode.c`. */

import type { Machine } from "../run/machine";
import { type FloatStyle, floatText } from "./float-text";
import { joinNumber } from "./format-number";
import { type FormatSpec, fail, MOST_CHARACTERS, parseFormatSpec, unknownFormatCode } from "./format-spec";
import { memoryError } from "./int-operator";
import { floatValue } from "./make-atom";
import { str } from "./text";
import { typeName } from "./type-lookup";

const DEFAULT_PRECISION = 6;

/** `INT_MAX`. */
const LARGEST_PRECISION = 2 ** 31 - 1;

/** The text; null with an exception set. */
export function formatFloatObject(m: Machine, o: number, text: string): string | null {
  if (text === "") return str(m, o);
  const spec = parseFormatSpec(m, text, { typeName: typeName(m, o), type: "", align: ">" });
  if (spec === null) return null;
  if (!"eEfFgGn%".includes(spec.type)) return unknownFormatCode(m, spec.type, typeName(m, o));
  return formatFloat(m, floatValue(m, o), spec);
}

/** The same for a value, with a spec whose presentation type is one for floats. */
export function formatFloat(m: Machine, value: number, spec: FormatSpec): string | null {
  if (spec.precision > LARGEST_PRECISION) return fail(m, "precision too big");
  if (spec.precision > MOST_CHARACTERS) return memoryError(m) || null;
  const isPercent = spec.type === "%";
  const size = Math.abs(isPercent ? value * 100 : value);
  const plain = floatText(size, styleOf(spec));
  const shown = plain + (isPercent ? "%" : "");
  const text = "EFG".includes(spec.type) && spec.type !== "" ? shown.toUpperCase() : shown;
  const digits = /^\d*/.exec(text)![0];
  const isZero = !/[1-9a-z]/i.test(plain.replace(/e.*$/, ""));
  const hasSign = value < 0 || Object.is(value, -0);
  return joinNumber(spec, {
    negative: hasSign && !(spec.noNegativeZero && isZero),
    prefix: "",
    digits,
    rest: text.slice(digits.length),
  });
}

/** Without a type: as `repr`, or with a precision as `g` that keeps `.0`. */
function styleOf({ alternate, precision, type }: FormatSpec): FloatStyle {
  if (type === "") {
    if (precision < 0) return { code: "r", precision: 0, addPoint: true, alternate };
    return { code: "g", precision, addPoint: true, alternate };
  }
  const code = type === "%" ? "f" : type === "n" ? "g" : (type.toLowerCase() as "e" | "f" | "g");
  return { code, precision: precision < 0 ? DEFAULT_PRECISION : precision, alternate };
}
