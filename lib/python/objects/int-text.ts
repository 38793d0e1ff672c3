/** A whole number as text. Mirrors `long_to_decimal_string`, `long_format_binary` in `Objects/longobject.c`. */

import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { fill } from "./fill";
import type { Whole } from "./int-arithmetic";

/** `sys.get_int_max_str_digits()`. */
export const MOST_DIGITS = 4300;

/** The digits of a number with a minus sign before them; null with ValueError set when a decimal one has too many. */
export function intDigits(m: Machine, value: Whole, base = 10): string | null {
  if (base === 10 && typeof value === "bigint" && exceeds(value)) {
    const limit = fill(m.rules.texts.tooManyDigits, `${MOST_DIGITS}`);
    raise(m, "ValueError", `${limit}; use sys.set_int_max_str_digits() to increase the limit`);
    return null;
  }
  return value.toString(base);
}

const LIMIT = 10n ** BigInt(MOST_DIGITS);

function exceeds(value: bigint): boolean {
  return value >= LIMIT || value <= -LIMIT;
}
