/** The text of a program, with the place of every offset in it. */

import { NotSupported } from "../not-supported";
import { PythonSyntaxError, type SyntaxErrorType } from "../syntax-error";
import type { Position, Span } from "./ast";

/**
 * Source as CPython's tokenizer reads it: without byte order mark, lines ended by "\n" only, the last line too.
 * Offsets count UTF-16 units of `text`; columns count code points.
 */
export class SourceText {
  readonly text: string;
  readonly file: string;
  /** Offset at which each line begins. */
  readonly #lineStarts: readonly number[];
  /** Offsets of code points that take two UTF-16 units. */
  readonly #astral: readonly number[];
  /** Index of the line asked for last: most questions are about the same line again. */
  #lastLine = 0;

  /**
   * @throws {PythonSyntaxError} For what is not text: a null byte, half of a surrogate pair.
   */
  constructor(source: string, file: string) {
    this.file = file;
    this.text = normalizeLines(source);
    this.#lineStarts = lineStarts(this.text);
    this.#astral = astralOffsets(this.text);
    this.#refuseBinary();
  }

  /** The place of the character at `offset`. */
  position(offset: number): Position {
    const line = this.#lineAt(offset);
    const start = this.#lineStarts[line]!;
    const wide = this.#astral.length === 0 ? 0 : this.#astralBefore(offset) - this.#astralBefore(start);
    return { line: line + 1, column: offset - start - wide };
  }

  /** The places of the characters at `from` and at `to`. */
  span(from: number, to: number): Span {
    const { line, column } = this.position(from);
    const end = this.position(to);
    return { line, column, endLine: end.line, endColumn: end.column };
  }

  /** Line number `line` (1-based) without its end; "" beyond the last. */
  line(line: number): string {
    const start = this.#lineStarts[line - 1];
    return start === undefined ? "" : this.text.slice(start, this.text.indexOf("\n", start));
  }

  /** The error of invalid source at `place`, an offset or a node of the tree. */
  syntaxError(
    message: string,
    place: number | Position,
    type: SyntaxErrorType = "SyntaxError",
  ): PythonSyntaxError {
    const { line, column } = typeof place === "number" ? this.position(this.#visible(place)) : place;
    return new PythonSyntaxError(type, message, { file: this.file, line, column, text: this.line(line) });
  }

  /** The error of a construct that is outside of the subset. */
  notSupported(construct: string, instead: string, offset: number): NotSupported {
    return new NotSupported(construct, instead, this.position(offset));
  }

  /** Behind the last line there is nothing to show: an error there belongs to the end of that line. */
  #visible(offset: number): number {
    return Math.max(0, Math.min(offset, this.text.length - 1));
  }

  #lineAt(offset: number): number {
    const starts = this.#lineStarts;
    const last = this.#lastLine;
    if (offset < starts[last]! || offset >= (starts[last + 1] ?? Infinity))
      this.#lastLine = countUpTo(starts, offset) - 1;
    return this.#lastLine;
  }

  #astralBefore(offset: number): number {
    return countUpTo(this.#astral, offset - 1);
  }

  #refuseBinary(): void {
    const nul = this.text.indexOf("\0");
    if (nul >= 0) throw this.syntaxError("source code cannot contain null bytes", nul);
    const half = /[\ud800-\udfff]/u.exec(this.text);
    if (half !== null)
      throw this.syntaxError(
        `(unicode error) 'utf-8' codec can't encode character '\\u${half[0].charCodeAt(0).toString(16)}': surrogates not allowed`,
        half.index,
      );
  }
}

function normalizeLines(source: string): string {
  const withoutMark = source.startsWith("\ufeff") ? source.slice(1) : source;
  const text = withoutMark.includes("\r") ? withoutMark.replace(/\r\n?/g, "\n") : withoutMark;
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function astralOffsets(text: string): number[] {
  return Array.from(text.matchAll(/[\u{10000}-\u{10ffff}]/gu), (match) => match.index);
}

/** How many entries of the ascending `list` are at most `limit`. */
function countUpTo(list: readonly number[], limit: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
