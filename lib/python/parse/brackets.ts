/** The brackets that are open while tokens are read. Mirrors `parenstack` in Parser/tokenizer.c. */

import type { PythonSyntaxError } from "../syntax-error";
import type { SourceText } from "./source-text";

/** `MAXLEVEL`. */
const maxLevel = 200;
const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** The stack of open brackets of one source. */
export class Brackets {
  readonly #source: SourceText;
  readonly #offsets: number[] = [];

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** How many are open. */
  get depth(): number {
    return this.#offsets.length;
  }

  /** @throws {PythonSyntaxError} When it would be the 201st. */
  open(offset: number): void {
    if (this.depth === maxLevel) throw this.#source.syntaxError("too many nested parentheses", offset);
    this.#offsets.push(offset);
  }

  /** @throws {PythonSyntaxError} When the bracket at `offset` does not close the innermost open one. */
  close(offset: number): void {
    const bracket = this.#source.text.charAt(offset);
    const opened = this.#offsets.pop();
    if (opened === undefined) throw this.#source.syntaxError(`unmatched '${bracket}'`, offset);
    const opening = this.#source.text.charAt(opened);
    if (closing[opening] === bracket) return;
    const where = this.#source.position(opened).line;
    const other = where === this.#source.position(offset).line ? "" : ` on line ${where}`;
    throw this.#source.syntaxError(
      `closing parenthesis '${bracket}' does not match opening parenthesis '${opening}'${other}`,
      offset,
    );
  }

  /** The error of the innermost open bracket, should the source end here; null when there is none. */
  unclosed(): PythonSyntaxError | null {
    const offset = this.#offsets.at(-1);
    if (offset === undefined) return null;
    return this.#source.syntaxError(`'${this.#source.text.charAt(offset)}' was never closed`, offset);
  }
}
