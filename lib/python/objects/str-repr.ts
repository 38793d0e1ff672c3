/** A str or bytes object as a literal. Mirrors `unicode_repr`, `PyObject_ASCII`, `PyBytes_Repr`. */

import { characterIs } from "./character-class";

const NAMED: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** `repr(text)`: in single quotes, unless it holds some and no double ones. What cannot be printed is escaped. */
export function textRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  // The most common texts need no second look.
  if (/^[ -&(-[\]-~]*$/.test(text)) return quote + text + quote;
  let literal = quote;
  for (const character of text) literal += escaped(character, quote);
  return literal + quote;
}

/** The same with `\x`, `\u` and `\U` for all that is not ASCII; of a text that is a repr already. */
export function asciiText(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, hexEscape);
}

/** `repr(bytes)`. */
export function bytesRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  let literal = `b${quote}`;
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    literal += byte < 0x7f ? escaped(character, quote) : hexEscape(character);
  }
  return literal + quote;
}

function escaped(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  const named = NAMED[character];
  if (named !== undefined) return named;
  return characterIs.printable(character) ? character : hexEscape(character);
}

function hexEscape(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}
