/** Sign, groups of digits and padding of a formatted number. Mirrors `calc_number_widths`, `fill_number`, `_PyUnicode_InsertThousandsGrouping`. */

import type { FormatSpec } from "./format-spec";

/** A number as text, in parts. */
export interface NumberParts {
  readonly negative: boolean;
  /** `0x` and the like. */
  readonly prefix: string;
  /** The digits before the point: what is grouped. */
  readonly digits: string;
  /** Everything behind them. */
  readonly rest: string;
}

/** Put the parts together as the spec says. */
export function joinNumber(spec: FormatSpec, { negative, prefix, digits, rest }: NumberParts): string {
  const sign = negative ? "-" : spec.sign === "-" ? "" : spec.sign;
  const isZeroFilled = spec.fill === "0" && spec.align === "=";
  const around = sign.length + prefix.length + rest.length;
  const grouped = groupedDigits(digits, spec, isZeroFilled ? spec.width - around : 0);
  const padding = Math.max(0, spec.width - around - grouped.length);
  const fill = (count: number) => spec.fill.repeat(count);
  const body = grouped + rest;
  if (spec.align === "<") return sign + prefix + body + fill(padding);
  if (spec.align === "=") return sign + prefix + fill(padding) + body;
  const left = spec.align === "^" ? Math.floor(padding / 2) : padding;
  return fill(left) + sign + prefix + body + fill(padding - left);
}

/** Pad a text to the width of the spec. @param length - Of the text, in characters. */
export function padded(text: string, length: number, { align, fill, width }: FormatSpec): string {
  const padding = Math.max(0, width - length);
  const left = align === "<" ? 0 : align === "^" ? Math.floor(padding / 2) : padding;
  return fill.repeat(left) + text + fill.repeat(padding - left);
}

/** Digits with separators; zeros come before them until there are `least` characters. It never begins with a separator. */
function groupedDigits(digits: string, { grouping, type }: FormatSpec, least: number): string {
  if (digits === "") return "";
  if (grouping === "") return digits.padStart(least, "0");
  const size = grouping === "_" && "boxX".includes(type) && type !== "" ? 4 : 3;
  let rest = digits;
  let missing = least;
  let text = "";
  for (;;) {
    const length = Math.min(size, Math.max(rest.length, missing, 1));
    const part = rest.slice(-length).padStart(length, "0");
    text = text === "" ? part : part + grouping + text;
    rest = rest.slice(0, -length);
    missing -= length;
    if (rest === "" && missing <= 0) return text;
    missing -= grouping.length;
  }
}
