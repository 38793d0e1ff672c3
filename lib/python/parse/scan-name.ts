/** Reads an identifier. Mirrors `verify_identifier` in Parser/tokenizer.c. */

import type { SourceText } from "./source-text";

const nameCharacters = /[\w\u{80}-\u{10ffff}]*/uy;
const identifier = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;
const unprintable = /^[\p{C}\p{Z}]$/u;

/** Does a name begin with this character? Every one above ASCII may, until {@link scanName} looks closer. */
export function startsName(character: string): boolean {
  return /[A-Za-z_\u0080-\uffff]/.test(character);
}

/**
 * @param start - Offset of a character for which {@link startsName} holds.
 * @returns Offset behind the name.
 * @throws {PythonSyntaxError} When a character above ASCII has no place in an identifier.
 */
export function scanName(source: SourceText, start: number): number {
  nameCharacters.lastIndex = start;
  const name = nameCharacters.exec(source.text)?.[0] ?? "";
  if (!/^\w*$/.test(name) && !identifier.test(name.normalize("NFKC"))) refuseCharacter(source, start, name);
  return start + name.length;
}

/**
 * The error of a character that begins no token.
 *
 * @param offset - Where it stands.
 */
export function invalidCharacter(source: SourceText, offset: number): Error {
  const character = String.fromCodePoint(source.text.codePointAt(offset)!);
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
  if (unprintable.test(character))
    return source.syntaxError(`invalid non-printable character ${code}`, offset);
  if (character < "\x80") return source.syntaxError("invalid syntax", offset);
  return source.syntaxError(`invalid character '${character}' (${code})`, offset);
}

function refuseCharacter(source: SourceText, start: number, name: string): void {
  let offset = start;
  for (const character of name) {
    const soFar = source.text.slice(start, offset) + character;
    if (!identifier.test(soFar.normalize("NFKC"))) throw invalidCharacter(source, offset);
    offset += character.length;
  }
}
