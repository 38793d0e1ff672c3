/** Texts as bytes and back: UTF-8, ASCII, Latin-1. Mirrors `PyUnicode_AsEncodedString`, `PyUnicode_Decode`. */

import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { asciiText } from "./str-repr";
import { decodeUtf8, encodeUtf8 } from "./utf8";

const NAMES: Readonly<Record<string, "utf-8" | "ascii" | "latin-1">> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  u8: "utf-8",
  ascii: "ascii",
  "us-ascii": "ascii",
  "latin-1": "latin-1",
  latin1: "latin-1",
  "iso-8859-1": "latin-1",
  l1: "latin-1",
};

/** How the codec is called in messages, and one past the last character that it knows. */
const LIMITS = {
  "utf-8": ["utf-8", 0x110000],
  ascii: ["ascii", 0x80],
  "latin-1": ["latin-1", 0x100],
} as const;

/** The bytes of a text; null with an exception set. */
export function encodeText(m: Machine, text: string, encoding: string, errors: string): Uint8Array | null {
  const codec = codecOf(m, encoding);
  if (codec === null) return null;
  const [name, limit] = LIMITS[codec];
  const kept: string[] = [];
  const characters = Array.from(text);
  for (const [i, character] of characters.entries()) {
    const code = character.codePointAt(0)!;
    const fits = code < limit && (codec !== "utf-8" || code < 0xd800 || code > 0xdfff);
    const shown = fits ? character : substitute(character, errors);
    if (shown === null) return fail(m, "UnicodeEncodeError", encodeMessage(name, limit, characters, i));
    kept.push(shown);
  }
  return codec === "utf-8"
    ? encodeUtf8(kept.join(""))
    : Uint8Array.from(kept.join(""), (c) => c.charCodeAt(0));
}

/** The text of bytes; null with an exception set. */
export function decodeBytes(m: Machine, bytes: Uint8Array, encoding: string, errors: string): string | null {
  const codec = codecOf(m, encoding);
  if (codec === null) return null;
  if (codec === "latin-1") return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const { text, fault } = codec === "utf-8" ? decodeUtf8(bytes, errors) : decodeAscii(bytes, errors);
  if (fault === null) return text;
  return fail(m, "UnicodeDecodeError", `'${codec}' codec can't decode ${fault}`);
}

function codecOf(m: Machine, encoding: string): "utf-8" | "ascii" | "latin-1" | null {
  const codec = NAMES[encoding.toLowerCase().replaceAll("_", "-")];
  return codec ?? fail(m, "LookupError", `unknown encoding: ${encoding}`);
}

/** What an error handler puts in place of a character; null: the error stays. */
function substitute(character: string, errors: string): string | null {
  if (errors === "ignore") return "";
  if (errors === "replace") return "?";
  if (errors === "backslashreplace") return asciiText(character);
  return errors === "xmlcharrefreplace" ? `&#${character.codePointAt(0)};` : null;
}

function encodeMessage(name: string, limit: number, characters: readonly string[], i: number): string {
  const reason = name === "utf-8" ? "surrogates not allowed" : `ordinal not in range(${limit})`;
  let end = i + 1;
  while (end < characters.length && characters[end]!.codePointAt(0)! >= limit) end++;
  if (end - i > 1) return `'${name}' codec can't encode characters in position ${i}-${end - 1}: ${reason}`;
  const shown = characters[i]!.codePointAt(0)! < 0x80 ? characters[i]! : asciiText(characters[i]!);
  return `'${name}' codec can't encode character '${shown}' in position ${i}: ${reason}`;
}

function decodeAscii(bytes: Uint8Array, errors: string): { text: string; fault: string | null } {
  let text = "";
  for (const [i, byte] of bytes.entries()) {
    if (byte < 0x80) text += String.fromCharCode(byte);
    else if (errors === "replace") text += "\ufffd";
    else if (errors !== "ignore") {
      const hex = byte.toString(16).padStart(2, "0");
      return { text, fault: `byte 0x${hex} in position ${i}: ordinal not in range(128)` };
    }
  }
  return { text, fault: null };
}

function fail(m: Machine, kind: string, message: string): null {
  raise(m, kind, message);
  return null;
}
