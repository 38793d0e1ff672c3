/** Arithmetic of floats where JavaScript's differs. Mirrors `Objects/floatobject.c`. */

import { fixedDigits } from "./float-decimal";

/** `x % y`, with the sign of `y` (`float_rem`). @param y - Not 0. */
export function floatModulo(x: number, y: number): number {
  const remainder = x % y;
  if (remainder === 0) return y < 0 || Object.is(y, -0) ? -0 : 0;
  return remainder < 0 !== y < 0 ? remainder + y : remainder;
}

/** `x // y` (`_float_div_mod`). @param y - Not 0. */
export function floatFloorDivide(x: number, y: number): number {
  let quotient = (x - (x % y)) / y;
  const remainder = x % y;
  if (remainder !== 0 && remainder < 0 !== y < 0) quotient -= 1;
  if (quotient === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** `round(x)`: half to even. @param x - Finite. */
export function roundHalfEven(x: number): number {
  const rounded = Math.round(x);
  return Math.abs(x % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/** `round(x, places)`: what the decimal digits, rounded half to even, read as; infinite when that is too large. */
export function roundAt(x: number, places: number): number {
  if (!Number.isFinite(x) || x === 0 || places > 323) return x;
  if (places < -308) return x < 0 ? -0 : 0;
  const size = Math.abs(x);
  const rounded =
    places >= 0 ? Number(`${fixedDigits(size, places)}e${-places}`) : Number(roundedTens(size, -places));
  return x < 0 ? -rounded : rounded;
}

/** To a multiple of 10 to the `tens`. */
function roundedTens(size: number, tens: number): bigint {
  const unit = 10n ** BigInt(tens);
  const whole = BigInt(Math.floor(size));
  const below = whole - (whole % unit);
  const rest = Number.isInteger(size) ? 0 : 1;
  const twice = (whole - below) * 2n;
  const odd = (below / unit) % 2n === 1n;
  if (twice > unit || (twice === unit && (rest === 1 || odd))) return below + unit;
  return below;
}
