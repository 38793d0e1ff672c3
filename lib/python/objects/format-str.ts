/** `str.__format__`. Mirrors `format_string_internal` in `Python/formatter_unicode.c`. */

import type { Machine } from "../run/machine";
import { textLength, textSlice } from "./code-point";
import { padded } from "./format-number";
import { fail, parseFormatSpec, unknownFormatCode } from "./format-spec";
import { textOf } from "./make-atom";
import { str } from "./text";
import { typeName } from "./type-lookup";

/** The text; null with an exception set. */
export function formatStr(m: Machine, o: number, text: string): string | null {
  if (text === "") return str(m, o);
  const spec = parseFormatSpec(m, text, { typeName: typeName(m, o), type: "s", align: "<" });
  if (spec === null) return null;
  if (spec.type !== "s") return unknownFormatCode(m, spec.type, typeName(m, o));
  if (spec.sign === " ") return fail(m, m.rules.texts.spaceInStrFormat);
  if (spec.sign !== "") return fail(m, "Sign not allowed in string format specifier");
  if (spec.noNegativeZero)
    return fail(m, "Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) return fail(m, "Alternate form (#) not allowed in string format specifier");
  if (spec.align === "=") return fail(m, "'=' alignment not allowed in string format specifier");
  const value = textOf(m, o);
  const shown = spec.precision < 0 ? value : textSlice(value, 0, spec.precision);
  return padded(shown, textLength(shown), spec);
}
