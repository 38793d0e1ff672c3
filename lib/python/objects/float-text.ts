/** A float as text: `repr`, and the codes e, f, g of format specs. Mirrors `PyOS_double_to_string` in `Python/pystrtod.c`. */

import { type Decimal, fixedDigits, leadingDigits, shortestDecimal } from "./float-decimal";

/** From this exponent on `repr` writes one. */
const REPR_EXPONENT = 16;

/** Below 10 to this exponent `repr` and code g write one. */
const LEAST_PLAIN = -4;

/** How a float is written. */
export interface FloatStyle {
  /** "r": the fewest digits that read back as the same float. */
  readonly code: "e" | "f" | "g" | "r";
  /** Not for "r". */
  readonly precision: number;
  /** A point always, and with "g" all zeros at the end (`Py_DTSF_ALT`). */
  readonly alternate?: boolean;
  /** `.0` behind a whole number (`Py_DTSF_ADD_DOT_0`). */
  readonly addPoint?: boolean;
}

/** `repr(value)`. */
export function floatRepr(value: number): string {
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  return sign + floatText(Math.abs(value), { code: "r", precision: 0, addPoint: true });
}

/** The text of a float without its sign. @param value - Not negative, or NaN. */
export function floatText(value: number, style: FloatStyle): string {
  if (Number.isNaN(value)) return "nan";
  if (value === Number.POSITIVE_INFINITY) return "inf";
  const { code, precision } = style;
  if (code === "f") return fixedText(value, precision, style.alternate === true);
  if (code === "e") return exponentText(leadingDigits(value, precision + 1), style.alternate === true);
  const decimal = code === "r" ? shortestDecimal(value) : leadingDigits(value, Math.max(1, precision));
  // With `.0` behind it a number of all digits would have one more than asked for.
  const limit = Math.max(1, precision) - (style.addPoint === true ? 1 : 0);
  return generalText(decimal, style, code === "r" ? REPR_EXPONENT : limit);
}

/** The form without exponent, when the exponent is at least -4 and below `limit`. */
function generalText({ digits, point }: Decimal, style: FloatStyle, limit: number): string {
  const alternate = style.alternate === true;
  const kept = alternate && style.code === "g" ? digits : digits.replace(/0+$/, "") || "0";
  const plain = point - 1 >= LEAST_PLAIN && point - 1 < limit;
  if (!plain) return exponentText({ digits: kept, point }, alternate);
  if (point <= 0) return `0.${"0".repeat(-point)}${kept}`;
  if (kept.length > point) return `${kept.slice(0, point)}.${kept.slice(point)}`;
  const whole = kept + "0".repeat(point - kept.length);
  return whole + (style.addPoint === true ? ".0" : alternate ? "." : "");
}

function fixedText(value: number, places: number, point: boolean): string {
  const digits = fixedDigits(value, places)
    .toString()
    .padStart(places + 1, "0");
  if (places === 0) return point ? `${digits}.` : digits;
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** At least two digits of exponent, with a sign. */
function exponentText({ digits, point }: Decimal, alternate: boolean): string {
  const exponent = /^0*$/.test(digits) ? 0 : point - 1;
  const fraction = digits.slice(1);
  const dot = fraction !== "" || alternate ? "." : "";
  const size = Math.abs(exponent).toString().padStart(2, "0");
  return `${digits[0]}${dot}${fraction}e${exponent < 0 ? "-" : "+"}${size}`;
}
