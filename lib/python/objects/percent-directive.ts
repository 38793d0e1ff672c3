/** What stands behind a `%`. Mirrors `unicode_format_arg_parse`. */

import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { intValue, isInt } from "./make-atom";
import type { PercentArguments } from "./percent-arguments";

/** A directive, taken apart. */
export interface Directive {
  readonly flags: string;
  /** -1 = none given; the same for `precision`. */
  readonly width: number;
  readonly precision: number;
  /** One character. */
  readonly type: string;
  /** Where `type` stands, in characters. */
  readonly index: number;
  /** Where the text goes on. */
  readonly end: number;
}

/** `INT_MAX`. */
const LARGEST = 2 ** 31 - 1;

/**
 * The directive that begins behind the `%` at `start - 1`; null with an exception set. Names, and widths given as `*`, are
 * taken from the arguments at once.
 */
export function parseDirective(
  m: Machine,
  text: string,
  start: number,
  args: PercentArguments,
): Directive | null {
  let at = start;
  if (text[at] === "(") {
    const close = closingParenthesis(text, at);
    if (close < 0) return fail(m, "incomplete format key");
    if (!args.select(text.slice(at + 1, close))) return null;
    at = close + 1;
  }
  const [given] = /^[-+ #0]*/.exec(text.slice(at))!;
  const width = parseNumber(m, text, at + given.length, "width", args);
  if (width === null) return null;
  const flags = width.isNegative ? `${given}-` : given;
  at = width.end;
  let precision = -1;
  if (text[at] === ".") {
    const parsed = parseNumber(m, text, at + 1, "precision", args);
    if (parsed === null) return null;
    precision = parsed.isNegative ? 0 : Math.max(0, parsed.value);
    at = parsed.end;
  }
  if (/^[hlL]/.test(text.slice(at, at + 1))) at++;
  if (at >= text.length) return fail(m, "incomplete format");
  const type = String.fromCodePoint(text.codePointAt(at)!);
  const index = Array.from(text.slice(0, at)).length;
  return { flags, width: width.value, precision, type, index, end: at + type.length };
}

interface ParsedNumber {
  /** -1 = none. */
  readonly value: number;
  /** It was an argument below 0: then the value is without the sign. */
  readonly isNegative: boolean;
  readonly end: number;
}

function parseNumber(
  m: Machine,
  text: string,
  at: number,
  what: "width" | "precision",
  args: PercentArguments,
): ParsedNumber | null {
  if (text[at] === "*") return starNumber(m, at, what, args);
  const [digits] = /^\d*/.exec(text.slice(at))!;
  if (digits !== "" && BigInt(digits) > LARGEST) return fail(m, `${what} too big`);
  return { value: digits === "" ? -1 : Number(digits), isNegative: false, end: at + digits.length };
}

function starNumber(m: Machine, at: number, what: string, args: PercentArguments): ParsedNumber | null {
  const o = args.next();
  if (o === 0) return null;
  if (!isInt(m, o)) return raise(m, "TypeError", "* wants int") || null;
  const value = intValue(m, o);
  if (value > LARGEST || value < -LARGEST) return raise(m, "OverflowError", `${what} too big`) || null;
  return { value: Math.abs(Number(value)), isNegative: value < 0, end: at + 1 };
}

/** Parentheses inside of a name are in pairs. */
function closingParenthesis(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === "(") depth++;
    else if (text[i] === ")" && --depth === 0) return i;
  }
  return -1;
}

function fail(m: Machine, message: string): null {
  raise(m, "ValueError", message);
  return null;
}
