/** A C int as an argument of `gc`. Mirrors the `int` converter of Argument Clinic. */

import { isInt, sizeOf } from "../../objects/make-atom";
import { typeName } from "../../objects/type-lookup";
import { raise } from "../../run/error";
import type { Machine } from "../../run/machine";

const LARGEST = 0x7fffffff;

/** null = exception set: what is no int, or too large for one of C. */
export function intArgument(m: Machine, o: number): number | null {
  if (!isInt(m, o)) {
    return raise(m, "TypeError", m.rules.texts.badIntegerArgument.replace("{0}", typeName(m, o))) || null;
  }
  const value = sizeOf(m, o);
  if (value === null || (value <= LARGEST && value >= -LARGEST - 1)) return value;
  const which = value > 0 ? "greater than maximum" : "less than minimum";
  return raise(m, "OverflowError", `signed integer is ${which}`) || null;
}
