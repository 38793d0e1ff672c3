/** Reads a float from a text, as `float(text)` does. Mirrors `float_from_string_inner`, `_Py_string_to_number_with_underscores`. */

import { asciiDecimal, withoutLeadingSpace, withoutTrailingSpace } from "./character-class";

const NUMERAL = /^[+-]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)(e[+-]?\d+(_\d+)*)?$/i;

const NAMES: Readonly<Record<string, number>> = {
  inf: Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
};

/** The float that a text shows, correctly rounded; null when it shows none. */
export function parseFloatText(text: string): number | null {
  const shown = asciiDecimal(withoutTrailingSpace(withoutLeadingSpace(text)));
  if (NUMERAL.test(shown)) return Number(shown.replaceAll("_", ""));
  const [, sign, name] = /^([+-]?)(\w*)$/.exec(shown) ?? [];
  const value = NAMES[name?.toLowerCase() ?? ""];
  if (value === undefined) return null;
  return sign === "-" ? -value : value;
}
