/** Leading white space of logical lines. Mirrors the first part of `tok_get` in Parser/tokenizer.c. */

import type { SourceText } from "./source-text";

/** `MAXINDENT`. */
const maxIndent = 100;
const tabSize = 8;

/** The white space before the first token of a line. */
export interface Margin {
  /** Offset of the first character behind it. */
  readonly end: number;
  /** Width with tabs to multiples of 8. */
  readonly column: number;
  /** Width with tabs as one column: both must agree on what is deeper. */
  readonly alternate: number;
  /** Offset of the last form feed in it, which sets both widths to 0; -1 for none. */
  readonly formFeed: number;
}

/** Measure the white space from `start` on. */
export function measureMargin(text: string, start: number): Margin {
  let end = start;
  let column = 0;
  let alternate = 0;
  let formFeed = -1;
  for (; ; end++) {
    const character = text.charAt(end);
    if (character === " ") {
      column++;
      alternate++;
    } else if (character === "\t") {
      column += tabSize - (column % tabSize);
      alternate++;
    } else if (character === "\f") {
      column = 0;
      alternate = 0;
      formFeed = end;
    } else return { end, column, alternate, formFeed };
  }
}

/** The blocks that are open, by the width of their margin. */
export class Indentation {
  readonly #source: SourceText;
  readonly #columns: number[] = [0];
  readonly #alternates: number[] = [0];

  constructor(source: SourceText) {
    this.#source = source;
  }

  /**
   * Take the margin of a logical line.
   *
   * @returns 1 when it opens a block, 0 when it stays, -n when it closes n.
   * @throws {PythonSyntaxError} IndentationError when it fits no open block or opens the 100th, TabError when the
   *   answer would depend on the width of a tab.
   */
  move(margin: Margin): number {
    const column = this.#columns.at(-1)!;
    if (margin.column > column) return this.#deeper(margin);
    let closed = 0;
    while (margin.column < this.#columns.at(-1)!) {
      this.#columns.pop();
      this.#alternates.pop();
      closed++;
    }
    if (margin.column !== this.#columns.at(-1))
      throw this.#source.syntaxError(
        "unindent does not match any outer indentation level",
        margin.end,
        "IndentationError",
      );
    if (margin.alternate !== this.#alternates.at(-1)) throw this.#inconsistent(margin);
    return -closed;
  }

  #deeper(margin: Margin): number {
    if (this.#columns.length >= maxIndent)
      throw this.#source.syntaxError("too many levels of indentation", margin.end, "IndentationError");
    if (margin.alternate <= this.#alternates.at(-1)!) throw this.#inconsistent(margin);
    this.#columns.push(margin.column);
    this.#alternates.push(margin.alternate);
    return 1;
  }

  #inconsistent(margin: Margin): Error {
    return this.#source.syntaxError(
      "inconsistent use of tabs and spaces in indentation",
      margin.end,
      "TabError",
    );
  }
}
