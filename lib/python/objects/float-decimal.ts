/** The decimal digits of a float, exactly. Mirrors `Python/dtoa.c`: what is printed is the value itself, rounded half to even. */

/** A float without its sign: `digits` with the point before the first one, times 10 to the `point`. */
export interface Decimal {
  readonly digits: string;
  /** Where the point is: 1 = behind the first digit. */
  readonly point: number;
}

/** Digits behind the point that no float reaches: the smallest one has 1074. */
const MOST_PLACES = 1100;

/** The fewest digits that read back as the same float (`repr`). @param value - Finite, not negative. */
export function shortestDecimal(value: number): Decimal {
  const [digits, exponent] = value.toExponential().split("e") as [string, string];
  return { digits: digits.replace(".", ""), point: Number(exponent) + 1 };
}

/** The value with `places` digits behind the point, as one whole number of units of the last place. @param value - Finite, not negative. */
export function fixedDigits(value: number, places: number): bigint {
  const used = Math.min(places, MOST_PLACES);
  const rounded = roundedAt(value, used);
  return places === used ? rounded : rounded * 10n ** BigInt(places - used);
}

/** The first `count` digits of the value. @param value - Finite, not negative. @param count - At least 1. */
export function leadingDigits(value: number, count: number): Decimal {
  if (value === 0) return { digits: "0".repeat(count), point: 1 };
  const used = Math.min(count, MOST_PLACES);
  // The shortest digits may be those of the next power of ten: 1e23 is a little less than that.
  let point = shortestDecimal(value).point;
  let digits = roundedAt(value, used - point).toString();
  if (digits.length < used) {
    point--;
    digits = roundedAt(value, used - point).toString();
  }
  // Rounded up to the next power of ten.
  if (digits.length > used) point++;
  return { digits: digits.slice(0, used) + "0".repeat(count - used), point };
}

/** `value * 10**places`, rounded half to even. @param places - May be negative. */
function roundedAt(value: number, places: number): bigint {
  const { mantissa, exponent } = binary(value);
  let numerator = mantissa;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  if (twice > denominator || (twice === denominator && (quotient & 1n) === 1n)) return quotient + 1n;
  return quotient;
}

/** `value == mantissa * 2**exponent`. */
export function binary(value: number): { readonly mantissa: bigint; readonly exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  if (biased === 0) return { mantissa: fraction, exponent: -1074 };
  return { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}
