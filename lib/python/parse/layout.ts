/** Checks that blocks are indented where a block begins, and only there. Mirrors the INDENT rules of Grammar/python.gram. */

import type { PythonSyntaxError } from "../syntax-error";
import type { SourceText } from "./source-text";
import type { Token } from "./token";
import { type Patch, Tokenizer } from "./tokenizer";

/** What the tokens of a source say about it. */
export interface Layout {
  /** The source with the same offsets, as Lezer must see it to read it like CPython. */
  readonly lezerText: string;
  /** The first wrong indentation that is no error of the tokenizer. Lezer accepts both kinds. */
  readonly wrongBlock: { readonly error: PythonSyntaxError; readonly offset: number } | null;
  /** The bracket that is open at the end. */
  readonly unclosed: PythonSyntaxError | null;
}

const blockNames: Readonly<Record<string, string>> = {
  def: "function definition",
  class: "class definition",
  ...Object.fromEntries(
    ["if", "elif", "else", "for", "while", "with", "try", "except", "finally"].map((word) => [
      word,
      `'${word}' statement`,
    ]),
  ),
};

/**
 * Read all tokens of `source`.
 *
 * @throws {PythonSyntaxError} For the errors of CPython's tokenizer: brackets, literals, characters, margins.
 */
export function readLayout(source: SourceText): Layout {
  const tokens = new Tokenizer(source);
  let wrongBlock: Layout["wrongBlock"] = null;
  /** The first token of the logical line, and the last one, without its end. */
  let first: Token | null = null;
  let last: Token | null = null;
  let header: Token | null = null;
  for (;;) {
    const token = tokens.next();
    if (token.type === "newline") {
      header = last !== null && source.text.charAt(last.start) === ":" && last.type === "op" ? first : null;
      first = null;
      continue;
    }
    if (first === null) wrongBlock ??= misplaced(source, token, header);
    if (token.type === "end") {
      const unclosed = tokens.brackets.unclosed();
      return { lezerText: patch(source.text, tokens.patches), wrongBlock, unclosed };
    }
    if (token.type === "indent" || token.type === "dedent") header = token.type === "indent" ? null : header;
    else {
      first ??= token;
      header = null;
      last = token;
    }
  }
}

/** @param header - First token of the line before, if that line ends with a colon. */
function misplaced(source: SourceText, token: Token, header: Token | null): Layout["wrongBlock"] {
  const wrong = (message: string) => ({
    error: source.syntaxError(message, token.start, "IndentationError"),
    offset: token.start,
  });
  if (token.type === "indent") return header === null ? wrong("unexpected indent") : null;
  const name = header && blockNames[source.text.slice(header.start, header.end)];
  if (!header || name === undefined) return null;
  return wrong(`expected an indented block after ${name} on line ${source.position(header.start).line}`);
}

function patch(text: string, patches: readonly Patch[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const [offset, character] of [...patches].sort(([a], [b]) => a - b)) {
    parts.push(text.slice(from, offset), character);
    from = offset + 1;
  }
  parts.push(text.slice(from));
  return parts.join("");
}
