/** One argument of `%` as text. Mirrors `unicode_format_arg_format`, `mainformatlong`, `formatfloat`, `formatchar`. */

import { decref } from "../../sim/heap/refcount";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { textLength, textSlice } from "./code-point";
import { numberToFloat } from "./float-create";
import { floatText } from "./float-text";
import { convert } from "./format";
import { MOST_CHARACTERS } from "./format-spec";
import { memoryError } from "./int-operator";
import { floatValue, intValue, isInt, isStr, textOf } from "./make-atom";
import type { Directive } from "./percent-directive";
import { percentInt } from "./percent-int";
import type { TextWriter } from "./text-writer";
import { typeName } from "./type-lookup";

/** A number or text before it is padded. */
export interface PercentParts {
  /** "-", "+", " " or "". */
  readonly sign: string;
  readonly prefix: string;
  readonly body: string;
}

const DEFAULT_PRECISION = 6;

/** Write the argument as the directive says. @param value - Borrowed. @returns false with an exception set. */
export function percentValue(m: Machine, directive: Directive, value: number, writer: TextWriter): boolean {
  const { type, width, precision } = directive;
  if (Math.max(width, precision) > MOST_CHARACTERS) return memoryError(m) !== 0;
  if (type === "s" || type === "r" || type === "a") return writeText(m, directive, type, value, writer);
  const parts = partsOf(m, directive, value);
  if (parts === null) return false;
  writer.write(paddedParts(directive, parts, type !== "c"));
  return true;
}

function partsOf(m: Machine, directive: Directive, value: number): PercentParts | null {
  const { type } = directive;
  if ("diuoxX".includes(type)) return percentInt(m, directive, value);
  if ("eEfFgG".includes(type)) return percentFloat(m, directive, value);
  if (type === "c") return percentCharacter(m, value);
  const code = type.codePointAt(0)!;
  const shown = code >= 31 && code <= 126 ? type : "?";
  const message = `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${directive.index}`;
  return raise(m, "ValueError", message) || null;
}

/** A text that the directive does not change is the result itself, when nothing else is there. */
function writeText(
  m: Machine,
  directive: Directive,
  type: "s" | "r" | "a",
  value: number,
  writer: TextWriter,
): boolean {
  const o = convert(m, value, type);
  if (o === 0) return false;
  const text = textOf(m, o);
  const cut = directive.precision < 0 ? text : textSlice(text, 0, directive.precision);
  const shown = paddedParts(
    { ...directive, flags: directive.flags.replace("0", "") },
    { sign: "", prefix: "", body: cut },
    false,
  );
  if (shown === text) writer.writeObject(o);
  else {
    decref(m.h, o);
    writer.write(shown);
  }
  return true;
}

/** Zeros go between the sign and the digits, spaces before or behind both. */
function paddedParts(
  { flags, width }: Directive,
  { sign, prefix, body }: PercentParts,
  isNumber: boolean,
): string {
  const missing = Math.max(0, width - sign.length - prefix.length - textLength(body));
  if (flags.includes("-")) return sign + prefix + body + " ".repeat(missing);
  if (isNumber && flags.includes("0")) return sign + prefix + "0".repeat(missing) + body;
  return " ".repeat(missing) + sign + prefix + body;
}

/** The sign of a number, as the flags want it. */
export function signFor(flags: string, isNegative: boolean): string {
  if (isNegative) return "-";
  return flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
}

function percentFloat(m: Machine, { flags, precision, type }: Directive, value: number): PercentParts | null {
  const float = numberToFloat(m, value, `must be real number, not ${typeName(m, value)}`);
  if (float === 0) return null;
  const number = floatValue(m, float);
  decref(m.h, float);
  const code = type.toLowerCase() as "e" | "f" | "g";
  const alternate = flags.includes("#");
  const body = floatText(Math.abs(number), {
    code,
    precision: precision < 0 ? DEFAULT_PRECISION : precision,
    alternate,
  });
  const isNegative = number < 0 || Object.is(number, -0);
  return { sign: signFor(flags, isNegative), prefix: "", body: type === code ? body : body.toUpperCase() };
}

function percentCharacter(m: Machine, value: number): PercentParts | null {
  if (isStr(m, value) && textLength(textOf(m, value)) === 1)
    return { sign: "", prefix: "", body: textOf(m, value) };
  if (!isInt(m, value)) return raise(m, "TypeError", "%c requires int or char") || null;
  const code = intValue(m, value);
  if (code < 0 || code > 0x10ffff) return raise(m, "OverflowError", "%c arg not in range(0x110000)") || null;
  return { sign: "", prefix: "", body: String.fromCodePoint(Number(code)) };
}
