/** Splits source into tokens. Mirrors `tok_get` in Parser/tokenizer.c. */

import { Brackets } from "./brackets";
import { ExpressionSize } from "./expression-size";
import { Indentation, measureMargin } from "./indentation";
import { FStringScanner } from "./scan-fstring";
import { invalidCharacter, scanName, startsName } from "./scan-name";
import { scanNumber } from "./scan-number";
import { scanString, stringStart } from "./scan-string";
import type { SourceText } from "./source-text";
import type { Token } from "./token";

/** A character to show to Lezer in place of the one at this offset. */
export type Patch = readonly [offset: number, character: string];

const space = /[ \t\f]*/y;
const comment = /#[^\n]*/y;
const operator =
  /\*\*=|\/\/=|>>=|<<=|\.\.\.|!=|->|:=|==|<=|>=|<>|\*\*|\/\/|<<|>>|[-+*/%@&|^]=|[-+*/%@&|^~<>()[\]{},:.;=]/y;

/**
 * The tokens of a source, one at a time.
 *
 * It finds every error that CPython's tokenizer finds, and what Lezer would read otherwise than CPython.
 */
export class Tokenizer {
  readonly source: SourceText;
  readonly brackets: Brackets;
  /** What Lezer must not see as it is. */
  readonly patches: Patch[] = [];
  /** Offset of what is read next. */
  offset = 0;
  /** How many f-strings stand around it. */
  fStringDepth = 0;
  readonly #indentation: Indentation;
  readonly #size: ExpressionSize;
  #lineStart = true;
  /** Blocks to open (1) or close (negative) before the next token. */
  #blocks = 0;

  constructor(source: SourceText) {
    this.source = source;
    this.brackets = new Brackets(source);
    this.#indentation = new Indentation(source);
    this.#size = new ExpressionSize(source);
  }

  /**
   * Read the next token; the last has the type "end". A bracket may still be open then.
   *
   * @throws {PythonSyntaxError} Where no token can be read.
   */
  next(): Token {
    if (this.#lineStart) this.#startLine();
    if (this.#blocks !== 0) return this.#block();
    this.skipSpace();
    const start = this.offset;
    if (start < this.source.text.length && this.source.text.charAt(start) !== "\n") return this.token();
    if (start >= this.source.text.length) return { type: "end", start, end: start };
    this.#lineStart = true;
    this.#size.reset();
    return { type: "newline", start, end: ++this.offset };
  }

  /** Pass over white space, comments, continued lines and, in brackets, the ends of lines. */
  skipSpace(): void {
    const { text } = this.source;
    for (;;) {
      this.#skip(space);
      const character = text.charAt(this.offset);
      if (character === "#") this.#skip(comment);
      else if (character === "\\") this.#continueLine();
      else if (character === "\n" && this.brackets.depth > 0) this.offset++;
      else return;
    }
  }

  /** Read a token that begins at `offset`. */
  token(): Token {
    const token = this.#scan();
    this.#size.add(token, this.source.text.slice(token.start, token.end));
    return token;
  }

  #scan(): Token {
    const start = this.offset;
    const { text } = this.source;
    const character = text.charAt(start);
    const string = stringStart(text, start);
    if (string !== null) {
      this.offset = string.prefix.includes("f")
        ? new FStringScanner(this, start, string).scan(string.contentStart)
        : scanString(this.source, start, string);
      return { type: "string", start, end: this.offset };
    }
    if (startsName(character)) return this.#name(start);
    if (/\d/.test(character) || (character === "." && /\d/.test(text.charAt(start + 1))))
      return this.#number(start);
    return this.#operator(start, character);
  }

  #name(start: number): Token {
    this.offset = scanName(this.source, start);
    // Lezer takes `print` for Python 2's statement unless a parenthesis, a dot or the end of the line follows.
    const isPrint = this.source.text.startsWith("print", start);
    if (isPrint && !/[\w(]/.test(this.source.text.charAt(start + 5))) this.patches.push([start + 4, "T"]);
    // Lezer has no rule for `yield` without operand: show it a name.
    const isYield = this.offset === start + 5 && this.source.text.startsWith("yield", start);
    if (isYield && this.#isBare()) this.patches.push([start + 4, "D"]);
    return { type: "name", start, end: this.offset };
  }

  /** Does what follows end an expression? */
  #isBare(): boolean {
    const end = this.offset;
    this.skipSpace();
    const next = this.source.text.charAt(this.offset);
    this.offset = end;
    return "\n)]};=,:!".includes(next);
  }

  #number(start: number): Token {
    this.offset = scanNumber(this.source, start);
    const text = this.source.text.slice(start, this.offset);
    // Lezer wants a digit behind the point.
    const point = /\.(?!\d)/.exec(text);
    if (point !== null) this.patches.push([start + point.index, "0"]);
    return { type: "number", start, end: this.offset };
  }

  #operator(start: number, character: string): Token {
    if (!this.#skip(operator)) throw invalidCharacter(this.source, start);
    if ("([{".includes(character)) this.brackets.open(start);
    else if (")]}".includes(character)) this.brackets.close(start);
    return { type: "op", start, end: this.offset };
  }

  /** Pass over lines without a token; then compare the margin with the open blocks. */
  #startLine(): void {
    const { text } = this.source;
    this.#lineStart = false;
    for (;;) {
      const margin = measureMargin(text, this.offset);
      if (margin.formFeed >= 0) this.#hideFormFeed(this.offset, margin.formFeed);
      this.offset = margin.end;
      const character = text.charAt(margin.end);
      if (character === "#") this.#skip(comment);
      else if (this.#continuesNothing())
        throw this.source.notSupported(
          "continued line without a token",
          "begin the statement on its first line",
          margin.end,
        );
      else if (character !== "\n") {
        // The end of the source closes every block.
        this.#blocks = this.#indentation.move(
          character === "" ? { ...margin, column: 0, alternate: 0 } : margin,
        );
        return;
      }
      this.offset++;
    }
  }

  /** A backslash before the first token of a line, and a line behind it. */
  #continuesNothing(): boolean {
    return this.source.text.startsWith("\\\n", this.offset) && this.offset + 2 < this.source.text.length;
  }

  /** A form feed begins the margin anew: show Lezer the end of the line in its place. */
  #hideFormFeed(start: number, formFeed: number): void {
    for (let at = Math.max(0, start - 1); at < formFeed; at++) this.patches.push([at, " "]);
    this.patches.push([formFeed, "\n"]);
  }

  #block(): Token {
    const type = this.#blocks > 0 ? "indent" : "dedent";
    this.#blocks -= Math.sign(this.#blocks);
    return { type, start: this.offset, end: this.offset };
  }

  #continueLine(): void {
    const { text } = this.source;
    if (text.charAt(this.offset + 1) !== "\n")
      throw this.source.syntaxError(
        "unexpected character after line continuation character",
        this.offset + 1,
      );
    if (this.offset + 2 >= text.length)
      throw this.source.syntaxError("unexpected EOF while parsing", this.offset);
    this.offset += 2;
  }

  /** Move behind what `pattern` matches at `offset`. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.offset;
    if (!pattern.test(this.source.text)) return false;
    this.offset = pattern.lastIndex;
    return true;
  }
}
