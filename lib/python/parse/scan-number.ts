/** Reads a number. Mirrors the part for numbers of `tok_get` in Parser/tokenizer.c. */

import type { SourceText } from "./source-text";

/** Underscores are looked at afterwards: a pattern that pairs them with digits overflows on a long number. */
const number =
  /0[xX][\da-fA-F_]*|0[oO][0-7_]*|0[bB][01_]*|(?:\d[\d_]*(?:\.(?:\d[\d_]*)?)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?/y;
const kindByPrefix: Readonly<Record<string, string>> = { x: "hexadecimal", o: "octal", b: "binary" };
/** `1if x else y`: a keyword may follow a number without a space. */
const keywordBehind = /(?:and|else|for|if|in|is|not|or)/y;

/**
 * @param start - Offset of a digit, or of a dot before a digit.
 * @returns Offset behind the number.
 * @throws {PythonSyntaxError} When what stands there is almost a number.
 */
export function scanNumber(source: SourceText, start: number): number {
  number.lastIndex = start;
  const text = number.exec(source.text)![0];
  const end = start + text.length;
  const next = source.text.charAt(end);
  const kind = kindOf(source.text.slice(start, start + 2), text);
  const wrongDigit = kind === "octal" ? /[89]/ : kind === "binary" ? /[2-9]/ : null;
  if (wrongDigit?.test(next)) throw source.syntaxError(`invalid digit '${next}' in ${kind} literal`, end);
  if ((/[\w\u0080-\uffff]/.test(next) && !isKeyword(source.text, end)) || isIncomplete(text))
    throw source.syntaxError(`invalid ${kind} literal`, end - 1);
  if (/^0[\d_]*[1-9][\d_]*$/.test(text))
    throw source.syntaxError(
      "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
      start,
    );
  return end;
}

/** Without digits, or with an underscore that no digit follows. */
function isIncomplete(text: string): boolean {
  if (/^0[xXoObB]/.test(text)) return /^..$|_(?![\da-fA-F])/.test(text);
  return /_(?!\d)/.test(text);
}

function kindOf(prefix: string, text: string): string {
  if (/[jJ]$/.test(text)) return "imaginary";
  return (prefix.startsWith("0") && kindByPrefix[prefix.charAt(1).toLowerCase()]) || "decimal";
}

function isKeyword(text: string, offset: number): boolean {
  keywordBehind.lastIndex = offset;
  return keywordBehind.test(text);
}
