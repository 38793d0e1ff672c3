/** Reads f-strings. Mirrors `_PyPegen_formatted_value` in CPython 3.12's Parser/action_helpers.c. */

import type { SyntaxNode } from "@lezer/common";
import type { FormattedValue, JoinedStr } from "./ast";
import { readElements } from "./displays";
import { decodeEscapes } from "./escapes";
import { childrenOf, type Reader } from "./reader";
import { stringStart } from "./scan-string";
import { joinPieces, type Piece } from "./string-pieces";

const conversions: Readonly<Record<string, 97 | 114 | 115>> = { "!a": 97, "!r": 114, "!s": 115 };

/** Text and replacement fields of one literal, in order. */
export function readFormatString(reader: Reader, literal: SyntaxNode): Piece[] {
  const { prefix, quote, contentStart } = stringStart(reader.source.text, literal.from)!;
  const raw = prefix.includes("r");
  const fields = childrenOf(literal).filter((child) => child.name === "FormatReplacement");
  return readPieces(reader, fields, contentStart, literal.to - quote.length, raw);
}

/** @param fields - The replacement fields between the offsets `from` and `to`; all else there is text. */
function readPieces(
  reader: Reader,
  fields: readonly SyntaxNode[],
  from: number,
  to: number,
  raw: boolean,
): Piece[] {
  const pieces: Piece[] = [];
  const addText = (start: number, end: number) => {
    const text = reader.source.text.slice(start, end).replaceAll("{{", "{").replaceAll("}}", "}");
    pieces.push({
      text: raw ? text : decodeEscapes(reader.source, text, start, false),
      from: start,
      to: end,
      isLiteral: false,
    });
  };
  let at = from;
  for (const field of fields) {
    addText(at, field.from);
    pieces.push(...readField(reader, field, raw));
    at = field.to;
  }
  addText(at, to);
  return pieces;
}

/** A replacement field; `{x=}` is text and a field. */
function readField(reader: Reader, field: SyntaxNode, raw: boolean): Piece[] {
  const children = childrenOf(field);
  const find = (name: string) => children.find((child) => child.name === name);
  const selfDoc = find("FormatSelfDoc");
  const conversion = find("FormatConversion");
  const spec = find("FormatSpec");
  const inner = children.filter(
    (child) => !/^(\{|\}|FormatSelfDoc|FormatConversion|FormatSpec)$/.test(child.name),
  );
  const [first] = inner;
  if (first === undefined) throw reader.invalid(field);
  if (inner.length === 1 && first.name === "LambdaExpression")
    throw reader.source.syntaxError(
      "f-string: lambda expressions are not allowed without parentheses",
      first.from,
    );
  const value: FormattedValue = {
    kind: "FormattedValue",
    value: readElements(reader, inner),
    conversion:
      conversion !== undefined
        ? conversions[reader.text(conversion)]!
        : selfDoc !== undefined && spec === undefined
          ? 114
          : -1,
    formatSpec: spec === undefined ? null : readSpec(reader, spec, raw),
    ...reader.span(field),
  };
  if (selfDoc === undefined) return [value];
  const from = field.from + 1;
  const to = children[children.indexOf(selfDoc) + 1]!.from;
  return [{ text: reader.source.text.slice(from, to), from, to, isLiteral: false }, value];
}

function readSpec(reader: Reader, spec: SyntaxNode, raw: boolean): JoinedStr {
  const fields = childrenOf(spec).filter((child) => child.name === "FormatReplacement");
  return joinPieces(
    reader.source,
    readPieces(reader, fields, spec.from + 1, spec.to, raw),
    spec.from,
    spec.to,
  );
}
