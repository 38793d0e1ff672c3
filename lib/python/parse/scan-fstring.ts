/** Reads an f-string with the expressions in it. Mirrors `tok_get_fstring_mode` in CPython 3.12's Parser/tokenizer.c. */

import { type StringStart, unterminated } from "./scan-string";
import type { Tokenizer } from "./tokenizer";

/** CPython allows a format spec in a format spec, and no more. */
const maxSpecDepth = 2;
const maxNesting = 100;

/** Reads one f-string; the expressions in it are read by the tokenizer it is given. */
export class FStringScanner {
  readonly #tokens: Tokenizer;
  readonly #start: number;
  readonly #quote: string;
  readonly #raw: boolean;

  /** @param start - Offset of the literal, prefix included. */
  constructor(tokens: Tokenizer, start: number, { prefix, quote }: StringStart) {
    this.#tokens = tokens;
    this.#start = start;
    this.#quote = quote;
    this.#raw = prefix.includes("r");
  }

  /**
   * @param contentStart - Offset behind the quotation marks.
   * @returns Offset behind the literal.
   * @throws {PythonSyntaxError} When the literal or a replacement field has no end.
   */
  scan(contentStart: number): number {
    const { source, patches } = this.#tokens;
    const { text } = source;
    if (++this.#tokens.fStringDepth > maxNesting)
      throw source.syntaxError("too many nested f-strings", this.#start);
    let at = contentStart;
    for (;;) {
      const character = text.charAt(at);
      if (this.#ends(at)) break;
      if (this.#runsOut(at)) throw unterminated(source, this.#start, this.#quote, at);
      if (character === "\\") {
        // Lezer takes the brace for an escaped character; CPython begins a replacement field.
        if (text.charAt(at + 1) === "{") patches.push([at, "x"]);
        at += text.charAt(at + 1) === "{" ? 1 : 2;
      } else if (text.startsWith("{{", at) || text.startsWith("}}", at)) at += 2;
      else if (character === "{") at = this.#field(at, 0);
      else if (character === "}") throw source.syntaxError("f-string: single '}' is not allowed", at);
      else at++;
    }
    this.#tokens.fStringDepth--;
    return at + this.#quote.length;
  }

  /** @returns Offset behind the closing brace of the field that begins at `start`. */
  #field(start: number, specDepth: number): number {
    const tokens = this.#tokens;
    const { source, brackets } = tokens;
    if (specDepth > maxSpecDepth) throw source.syntaxError("f-string: expressions nested too deeply", start);
    brackets.open(start);
    const depth = brackets.depth;
    tokens.offset = start + 1;
    for (let count = 0; ; count++) {
      tokens.skipSpace();
      const at = tokens.offset;
      if (at >= source.text.length) throw unterminated(source, this.#start, this.#quote, at);
      const end = brackets.depth === depth ? this.#expressionEnd(at) : "";
      if (end === "") tokens.token();
      else if (count === 0) throw source.syntaxError(emptyField(end), at);
      else {
        this.#format(end, specDepth);
        break;
      }
    }
    if (source.text.charAt(tokens.offset) !== "}")
      throw source.syntaxError("f-string: expecting '}'", tokens.offset);
    brackets.close(tokens.offset);
    return ++tokens.offset;
  }

  /** Read `=`, `!r` and `:spec`, of which `first` is the first. */
  #format(first: string, specDepth: number): void {
    const tokens = this.#tokens;
    const { text } = tokens.source;
    if (first === "=") {
      tokens.offset++;
      tokens.skipSpace();
    }
    if (text.charAt(tokens.offset) === "!") {
      if (!/[sra]/.test(text.charAt(tokens.offset + 1)) || /\w/.test(text.charAt(tokens.offset + 2)))
        throw tokens.source.syntaxError(
          "f-string: invalid conversion character: expected 's', 'r', or 'a'",
          tokens.offset,
        );
      tokens.offset += 2;
      tokens.skipSpace();
    }
    if (text.charAt(tokens.offset) === ":") tokens.offset = this.#spec(tokens.offset + 1, specDepth);
  }

  /** What ends the expression at `at`: "}", ":", "!", "=", or "" for a token of the expression. */
  #expressionEnd(at: number): string {
    const { text } = this.#tokens.source;
    const character = text.charAt(at);
    if (this.#ends(at) && !this.#opensString(at))
      throw this.#tokens.source.syntaxError("f-string: expecting '}'", at);
    if (character === "}" || character === ":") return character;
    const next = text.charAt(at + 1);
    if (character === "!" && next !== "=") return "!";
    return character === "=" && next !== "=" ? "=" : "";
  }

  /** A quotation mark of our own kind begins a string of the expression if it ends before the line does. */
  #opensString(at: number): boolean {
    const { text } = this.#tokens.source;
    const line = text.slice(at + this.#quote.length, text.indexOf("\n", at));
    return line.includes(this.#quote);
  }

  /** @returns Offset of the brace that ends the format spec. */
  #spec(start: number, specDepth: number): number {
    const { source, patches } = this.#tokens;
    const { text } = source;
    // Lezer takes ":=" for one operator; the spec's own text is read from the source.
    if (text.charAt(start) === "=") patches.push([start, "<"]);
    for (let at = start; ; ) {
      const character = text.charAt(at);
      if (this.#ends(at) || this.#runsOut(at)) throw source.syntaxError("f-string: expecting '}'", at);
      if (character === "}") return at;
      if (text.startsWith("{{", at))
        throw source.notSupported("double brace in a format spec", "build the spec in a variable", at);
      if (character === "{") at = this.#field(at, specDepth + 1);
      else at += character === "\\" && !this.#raw ? 2 : 1;
    }
  }

  #ends(at: number): boolean {
    return this.#tokens.source.text.startsWith(this.#quote, at);
  }

  #runsOut(at: number): boolean {
    const character = this.#tokens.source.text.charAt(at);
    return character === "" || (character === "\n" && this.#quote.length === 1);
  }
}

/** @param end - What stands in place of an expression. */
function emptyField(end: string): string {
  return end === "}"
    ? "f-string: empty expression not allowed"
    : `f-string: expression required before '${end}'`;
}
