/** Reads string literals side by side as one value. Mirrors `_PyPegen_concatenate_strings` in Parser/action_helpers.c. */

import type { SyntaxNode } from "@lezer/common";
import type { Expression } from "./ast";
import { decodeEscapes } from "./escapes";
import { readFormatString } from "./fstring";
import { childrenOf, type Reader } from "./reader";
import { stringStart } from "./scan-string";
import { joinPieces } from "./string-pieces";

/** @throws {PythonSyntaxError} When bytes and str stand side by side, or bytes hold a character above ASCII. */
export function readString(reader: Reader, node: SyntaxNode): Expression {
  const literals = node.name === "ContinuedString" ? childrenOf(node) : [node];
  const bytes = literals.filter((literal) => isBytes(reader, literal));
  if (bytes.length > 0 && bytes.length < literals.length)
    throw reader.source.syntaxError("cannot mix bytes and nonbytes literals", node.from);
  const pieces = literals.flatMap((literal) =>
    literal.name === "FormatString"
      ? readFormatString(reader, literal)
      : [{ text: plainText(reader, literal), from: literal.from, to: literal.to, isLiteral: true }],
  );
  if (literals.some((literal) => literal.name === "FormatString"))
    return joinPieces(reader.source, pieces, node.from, node.to);
  const value = pieces.map((piece) => ("text" in piece ? piece.text : "")).join("");
  const type = bytes.length > 0 ? "bytes" : "str";
  return { kind: "Constant", value: { type, value }, ...reader.span(node) };
}

function isBytes(reader: Reader, literal: SyntaxNode): boolean {
  return stringStart(reader.source.text, literal.from)!.prefix.includes("b");
}

function plainText(reader: Reader, literal: SyntaxNode): string {
  const { prefix, quote, contentStart } = stringStart(reader.source.text, literal.from)!;
  const raw = reader.source.text.slice(contentStart, literal.to - quote.length);
  const bytes = prefix.includes("b");
  if (bytes && /[^\0-\x7f]/.test(raw))
    throw reader.source.syntaxError("bytes can only contain ASCII literal characters", literal.from);
  return prefix.includes("r") ? raw : decodeEscapes(reader.source, raw, contentStart, bytes);
}
