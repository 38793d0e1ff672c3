/** Reads a whole number from a text, as `int(text, base)` does. Mirrors `PyLong_FromString`. */

import { asciiDecimal } from "./character-class";
import { normalised, type Whole } from "./int-arithmetic";

const PREFIXES: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16 };

/**
 * The number that a text shows; null when it shows none.
 *
 * @param base - From 2 to 36, or 0: what the prefix of the text says.
 */
export function parseInteger(text: string, base: number): Whole | null {
  const [, sign, body] = /^\s*([+-]?)(.*?)\s*$/su.exec(asciiDecimal(text))!;
  const prefix = /^0([box])_?/i.exec(body!);
  const prefixBase = prefix === null ? 0 : PREFIXES[prefix[1]!.toLowerCase()]!;
  const hasPrefix = prefixBase !== 0 && (base === 0 || base === prefixBase);
  const used = base !== 0 ? base : prefixBase !== 0 ? prefixBase : 10;
  const shown = hasPrefix ? body!.slice(prefix![0].length) : body!;
  if (!isNumeral(shown, used)) return null;
  const digits = shown.replaceAll("_", "");
  // `int("010", 0)` is an error, as the literal is.
  if (base === 0 && !hasPrefix && /^0+[1-9]/.test(digits)) return null;
  const size = digitsIn(digits, used);
  return normalised(sign === "-" ? -size : size);
}

/** Digits of the base, single underscores between them. */
function isNumeral(text: string, base: number): boolean {
  if (!/^[0-9a-z]+(_[0-9a-z]+)*$/i.test(text)) return false;
  for (const character of text) if (character !== "_" && Number.parseInt(character, 36) >= base) return false;
  return true;
}

function digitsIn(digits: string, base: number): bigint {
  if (base === 10) return BigInt(digits);
  if (base === 16 || base === 8 || base === 2)
    return BigInt(`0${base === 16 ? "x" : base === 8 ? "o" : "b"}${digits}`);
  let value = 0n;
  for (const digit of digits) value = value * BigInt(base) + BigInt(Number.parseInt(digit, 36));
  return value;
}
