/** Powers of floats, to the last digit. Mirrors what `float_pow` gets from `pow` of the C library, which is nearly always correctly rounded. */

import { binary } from "./float-decimal";

/** Bits behind the point in computations with whole numbers. */
const BITS = 256n;
const ONE = 1n << BITS;

/** Whole exponents up to which a power is computed exactly: only there can the result lie in the middle of two floats. */
const EXACT_EXPONENT = 64;

/** `x ** y` where C's `pow` gives a number, correctly rounded; subnormal results may be one unit off. */
export function floatPower(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (!Number.isFinite(y)) return Math.abs(x) === 1 ? 1 : x ** y;
  const rough = x ** y;
  if (!Number.isFinite(rough) || rough === 0 || !Number.isFinite(x)) return rough;
  const isNegative = x < 0 && y % 2 !== 0;
  const size =
    Number.isInteger(y) && y > 0 && y <= EXACT_EXPONENT
      ? wholePower(Math.abs(x), y)
      : realPower(Math.abs(x), y);
  return isNegative ? -size : size;
}

function wholePower(x: number, y: number): number {
  const { mantissa, exponent } = binary(x);
  return rounded(mantissa ** BigInt(y), exponent * y);
}

/** `2 ** (y * log2(x))`, with the logarithm as a number of {@link BITS} behind the point. */
function realPower(x: number, y: number): number {
  const { mantissa, exponent } = binary(Math.abs(y));
  const product = log2(x) * mantissa * (y < 0 ? -1n : 1n);
  const t = exponent >= 0 ? product << BigInt(exponent) : product >> BigInt(-exponent);
  const whole = t >> BITS;
  return rounded(exponential(((t - (whole << BITS)) * LN2) >> BITS), Number(whole) - Number(BITS));
}

/** `log2(x)`, of `x = m * 2**e` with `m` around 1: `e + 2 * atanh((m - 1) / (m + 1)) / ln 2`. */
function log2(x: number): bigint {
  const { mantissa, exponent } = binary(x);
  const bits = mantissa.toString(2).length;
  let e = exponent + bits;
  let m = (mantissa << BITS) >> BigInt(bits);
  // From 1/2 up to 1; better from 0.7 up to 1.4.
  if (m * 10n < ONE * 7n) {
    m <<= 1n;
    e--;
  }
  return (BigInt(e) << BITS) + (twiceAtanh(((m - ONE) << BITS) / (m + ONE)) << BITS) / LN2;
}

function twiceAtanh(z: bigint): bigint {
  const square = (z * z) >> BITS;
  let term = z;
  let sum = 0n;
  for (let k = 1n; term !== 0n && term !== -1n; k += 2n) {
    sum += term / k;
    term = (term * square) >> BITS;
  }
  return sum * 2n;
}

const LN2 = twiceAtanh(ONE / 3n);

/** `exp(r)`. @param r - From 0 up to `ln 2`. */
function exponential(r: bigint): bigint {
  let term = ONE;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k++) {
    sum += term;
    term = ((term * r) >> BITS) / k;
  }
  return sum;
}

/** `size * 2**exponent` as a float. @param size - More than 0. */
function rounded(size: bigint, exponent: number): number {
  const drop = Math.max(0, size.toString(2).length - 64);
  const top = size >> BigInt(drop);
  const sticky = top << BigInt(drop) === size ? 0n : 1n;
  const float = Number((top << 1n) | sticky);
  const scale = exponent + drop - 1;
  // In two steps, because the power of two alone may be too large or too small for a float.
  const half = Math.trunc(scale / 2);
  return float * 2 ** half * 2 ** (scale - half);
}
