/** The quotient of two whole numbers as a float, rounded once. Mirrors `long_true_divide`. */

import { bitLength } from "../../sim/objects/atom";
import type { Whole } from "./int-arithmetic";

/** Bits of a quotient from which rounding to a float is exact: 53 and two more; the lowest also tells of a remainder. */
const QUOTIENT_BITS = 55;

/** `DBL_MIN_EXP`. */
const LEAST_EXPONENT = -1021;

/** `a / b`, correctly rounded; infinite when it does not fit. @param b - Not 0. */
export function trueDivide(a: Whole, b: Whole): number {
  if (typeof a === "number" && typeof b === "number") return a / b;
  const [x, y] = [BigInt(a), BigInt(b)];
  const negative = x < 0n !== y < 0n;
  const size = positiveQuotient(x < 0n ? -x : x, y < 0n ? -y : y);
  return negative ? -size : size;
}

/** The quotient is `q * 2**shift`, with enough bits of `q` that only the last multiplication rounds. */
function positiveQuotient(a: bigint, b: bigint): number {
  if (a === 0n) return 0;
  const shift = Math.max(bitLength(a) - bitLength(b), LEAST_EXPONENT) - QUOTIENT_BITS;
  const dividend = shift < 0 ? a << BigInt(-shift) : a;
  const divisor = shift > 0 ? b << BigInt(shift) : b;
  const quotient = dividend / divisor;
  const sticky = quotient * divisor === dividend ? quotient : quotient | 1n;
  return scaled(Number(sticky), shift);
}

/** `x * 2**exponent` in steps, none of which rounds but the last. */
function scaled(x: number, exponent: number): number {
  const step = 500;
  if (exponent < -step) return x * 2 ** -step * 2 ** Math.max(exponent + step, -1074);
  if (exponent > step) return x * 2 ** step * 2 ** Math.min(exponent - step, 1023);
  return x * 2 ** exponent;
}
