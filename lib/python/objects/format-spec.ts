/** What stands behind the colon of a replacement field. Mirrors `parse_internal_render_format_spec` in `Python/formatter_unicode.c`. */

import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { fill } from "./fill";
import { memoryError } from "./int-operator";

/** A format spec, taken apart. */
export interface FormatSpec {
  readonly fill: string;
  readonly align: "<" | ">" | "=" | "^";
  /** "" = none given. */
  readonly sign: "" | "+" | "-" | " ";
  /** `z`: a negative zero loses its sign. */
  readonly noNegativeZero: boolean;
  /** `#`. */
  readonly alternate: boolean;
  /** -1 = none given; the same for `precision`. */
  readonly width: number;
  readonly grouping: "" | "," | "_";
  readonly precision: number;
  /** The presentation type: what was given, or the default. "" = neither. */
  readonly type: string;
}

/** What a type says of its format specs. */
export interface FormatDefaults {
  /** The name of the type, for messages. */
  readonly typeName: string;
  readonly type: string;
  readonly align: "<" | ">";
}

/** fill and align, sign, z, #, 0, width, grouping, point and precision, type. */
const SPEC = /^((?:.?[<>=^])?)([ +-]?)(z?)(#?)(0?)(\d*)((?:,_|_,|,|_)?)((?:\.\d*)?)(.*)$/su;

/** Before 3.11: a `z` is a presentation type. */
const SPEC_WITHOUT_Z = /^((?:.?[<>=^])?)([ +-]?)()(#?)(0?)(\d*)((?:,_|_,|,|_)?)((?:\.\d*)?)(.*)$/su;

/** A result of more characters is a MemoryError here; CPython would try. */
export const MOST_CHARACTERS: number = 2 ** 28;

/** `PY_SSIZE_T_MAX`. */
const LARGEST_NUMBER = 2n ** 63n - 1n;

/** Take a format spec apart; null with an exception set. */
export function parseFormatSpec(m: Machine, text: string, defaults: FormatDefaults): FormatSpec | null {
  const shape = m.rules.atoms.formatsHaveZ ? SPEC : SPEC_WITHOUT_Z;
  const [, filled, sign, z, alternate, zero, digits, grouping, point, type] = shape.exec(
    text,
  ) as unknown as string[];
  const align = filled!.slice(-1);
  const hasFill = filled!.length > 1;
  const fillsZero = zero === "0" && !hasFill;
  const isNumber = defaults.align === ">" || !m.rules.atoms.zeroFillsStr;
  if (!numberFits(m, digits!) || !numberFits(m, point!.slice(1))) return null;
  const spec: FormatSpec = {
    fill: hasFill ? filled!.slice(0, -1) : fillsZero ? "0" : " ",
    align: (align || (fillsZero && isNumber ? "=" : defaults.align)) as FormatSpec["align"],
    sign: sign as FormatSpec["sign"],
    noNegativeZero: z === "z",
    alternate: alternate === "#",
    width: digits === "" ? (zero === "0" && hasFill ? 0 : -1) : Number(digits),
    grouping: grouping as FormatSpec["grouping"],
    precision: point === "" ? -1 : Number(point!.slice(1)),
    type: type || defaults.type,
  };
  return isSound(m, text, spec, point!, type!, defaults) ? spec : null;
}

/** `Unknown format code 'x' for object of type 'str'`; null. */
export function unknownFormatCode(m: Machine, type: string, typeName: string): null {
  const shown = isPlain(type) ? type : `\\x${type.codePointAt(0)!.toString(16)}`;
  return fail(m, `Unknown format code '${shown}' for object of type '${typeName}'`);
}

/** Set ValueError. @returns null */
export function fail(m: Machine, message: string): null {
  raise(m, "ValueError", message);
  return null;
}

function isSound(
  m: Machine,
  text: string,
  spec: FormatSpec,
  point: string,
  type: string,
  { typeName }: FormatDefaults,
): boolean {
  if (spec.grouping.length > 1) return refuse(m, "Cannot specify both ',' and '_'.");
  if (point === ".") return refuse(m, "Format specifier missing precision");
  if (Array.from(type).length > 1) {
    if (spec.grouping === "," && type === ",") return refuse(m, m.rules.texts.twoCommasInFormat);
    return refuse(m, fill(m.rules.texts.badFormatSpec, text, typeName));
  }
  if (spec.grouping === "," && type === ",") return refuse(m, m.rules.texts.twoCommasInFormat);
  if (spec.grouping !== "" && !groups(spec)) return refuse(m, badGrouping(spec));
  if (spec.width <= MOST_CHARACTERS) return true;
  memoryError(m);
  return false;
}

/** Thousands go with decimal numbers, `_` with binary ones too. */
function groups({ grouping, type }: FormatSpec): boolean {
  return "defgEG%F".includes(type) || (grouping === "_" && "boxX".includes(type));
}

function badGrouping({ grouping, type }: FormatSpec): string {
  const shown = isPlain(type) ? type : `\\x${type.codePointAt(0)!.toString(16)}`;
  return `Cannot specify '${grouping}' with '${shown}'.`;
}

function isPlain(character: string): boolean {
  return character > " " && character < "\x80";
}

function numberFits(m: Machine, digits: string): boolean {
  if (digits === "" || BigInt(digits) <= LARGEST_NUMBER) return true;
  return refuse(m, "Too many decimal digits in format string");
}

function refuse(m: Machine, message: string): false {
  raise(m, "ValueError", message);
  return false;
}
