/** Reads the escapes of a string literal. Mirrors `_PyUnicode_DecodeUnicodeEscapeInternal` and `_PyBytes_DecodeEscape`. */

import type { SourceText } from "./source-text";

const simple: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};
const digitsByLetter: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const anyEscape = /\\(?:[0-7]{1,3}|x[\da-fA-F]{0,2}|u[\da-fA-F]{0,4}|U[\da-fA-F]{0,8}|[\s\S]|$)/g;

/**
 * The characters that `raw`, part of a literal, stands for.
 *
 * An unknown escape stays as it is. In bytes, `\u`, `\U` and `\N` are unknown.
 *
 * @param offset - Where `raw` stands, for errors.
 * @throws {PythonSyntaxError} For `\x`, `\u` or `\U` with too few digits or too large a number.
 * @throws {NotSupported} For `\N{name}`, and for half of a surrogate pair, which a string of ours cannot keep apart.
 */
export function decodeEscapes(source: SourceText, raw: string, offset: number, isBytes: boolean): string {
  if (!raw.includes("\\")) return raw;
  return raw.replace(anyEscape, (whole: string, at: number) => {
    const letter = whole.charAt(1);
    if (/[0-7]/.test(letter)) {
      const code = Number.parseInt(whole.slice(1), 8);
      return String.fromCharCode(isBytes ? code & 0xff : code);
    }
    const digits = isBytes && letter !== "x" ? undefined : digitsByLetter[letter];
    if (digits !== undefined) return decodeHex(source, whole, digits, { raw, at, offset, isBytes });
    if (letter === "N" && !isBytes)
      throw source.notSupported("character by name", "write the character or its number, \\u", offset + at);
    return simple[letter] ?? whole;
  });
}

interface EscapePlace {
  readonly raw: string;
  /** Index in `raw`. */
  readonly at: number;
  readonly offset: number;
  readonly isBytes: boolean;
}

function decodeHex(source: SourceText, whole: string, digits: number, place: EscapePlace): string {
  const code = Number.parseInt(whole.slice(2), 16);
  if (whole.length < digits + 2) throw source.syntaxError(truncated(whole, digits, place), place.offset);
  if (code > 0x10ffff) {
    const where = `${place.at}-${place.at + whole.length - 1}`;
    throw source.syntaxError(
      `(unicode error) 'unicodeescape' codec can't decode bytes in position ${where}: illegal Unicode character`,
      place.offset,
    );
  }
  if (code >= 0xd800 && code <= 0xdfff)
    throw source.notSupported(
      "half of a surrogate pair",
      "write the character itself",
      place.offset + place.at,
    );
  return String.fromCodePoint(code);
}

function truncated(whole: string, digits: number, { at, isBytes }: EscapePlace): string {
  if (isBytes) return `(value error) invalid \\x escape at position ${at}`;
  const form = `\\${whole.charAt(1)}${"X".repeat(digits)}`;
  return (
    `(unicode error) 'unicodeescape' codec can't decode bytes in position ${at}-${at + whole.length - 1}: ` +
    `truncated ${form} escape`
  );
}
