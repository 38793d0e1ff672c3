/** Reads a string literal. Mirrors the part for strings of `tok_get` in Parser/tokenizer.c. */

import type { SourceText } from "./source-text";

/** How a string literal begins. */
export interface StringStart {
  readonly prefix: string;
  /** One or three quotation marks. */
  readonly quote: string;
  /** Offset behind prefix and quotation marks. */
  readonly contentStart: number;
}

const opening = /([rR][bBfF]?|[bBfF][rR]?|[uU]|)('''|"""|'|")/y;

/** The start of a string literal at `offset`, or null when none begins there. */
export function stringStart(text: string, offset: number): StringStart | null {
  opening.lastIndex = offset;
  const match = opening.exec(text);
  if (match === null) return null;
  return { prefix: match[1]!.toLowerCase(), quote: match[2]!, contentStart: opening.lastIndex };
}

/**
 * @param start - Offset of the literal, prefix included.
 * @returns Offset behind the literal.
 * @throws {PythonSyntaxError} When the literal has no end.
 */
export function scanString(source: SourceText, start: number, { quote, contentStart }: StringStart): number {
  const { text } = source;
  for (let at = contentStart; at < text.length; at++) {
    const character = text.charAt(at);
    // A raw string keeps the backslash, but it still hides the quotation mark behind it.
    if (character === "\\") at++;
    else if (character === quote.charAt(0) && text.startsWith(quote, at)) return at + quote.length;
    else if (character === "\n" && quote.length === 1) throw unterminated(source, start, quote, at);
  }
  throw unterminated(source, start, quote, text.length);
}

/**
 * The error of a literal that has no end.
 *
 * @param found - Offset at which the end is missing.
 */
export function unterminated(source: SourceText, start: number, quote: string, found: number): Error {
  const kind = quote.length === 3 ? "triple-quoted string" : "string";
  const { line } = source.position(Math.min(found, source.text.length - 1));
  return source.syntaxError(`unterminated ${kind} literal (detected at line ${line})`, start);
}
