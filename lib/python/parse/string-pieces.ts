/** Joins the parts of an f-string. Mirrors the last part of `_PyPegen_joined_str` in CPython 3.12's Parser/action_helpers.c. */

import type { Constant, FormattedValue, JoinedStr } from "./ast";
import type { SourceText } from "./source-text";

/** Text of a literal, decoded, and its offsets. */
export interface TextPiece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** A literal of its own; CPython counts it to a Constant's place even when it is empty. */
  readonly isLiteral: boolean;
}
/** Part of a string: text or a replacement field. */
export type Piece = TextPiece | FormattedValue;

/** Adjacent text becomes one Constant, empty text none. */
export function joinPieces(
  source: SourceText,
  pieces: readonly Piece[],
  from: number,
  to: number,
): JoinedStr {
  const values: (Constant | FormattedValue)[] = [];
  let texts: TextPiece[] = [];
  const flush = () => {
    const value = texts.map(({ text }) => text).join("");
    if (value !== "")
      values.push({
        kind: "Constant",
        value: { type: "str", value },
        ...source.span(texts[0]!.from, texts.at(-1)!.to),
      });
    texts = [];
  };
  for (const piece of pieces)
    if ("kind" in piece) {
      flush();
      values.push(piece);
    } else if (piece.text !== "" || piece.isLiteral) texts.push(piece);
  flush();
  return { kind: "JoinedStr", values, ...source.span(from, to) };
}
