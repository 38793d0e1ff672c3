/**
 * Limits how many operators one expression has, before Lezer reads it.
 *
 * Lezer cuts deep trees short: from some 300 operators of one chain on it answers with a tree that is not the
 * source's. CPython has limits of its own, between 1 000 and 6 000 by version and construct.
 */

import type { NotSupported } from "../not-supported";
import type { SourceText } from "./source-text";
import type { Token } from "./token";

/** Operators, calls, attributes and indexes that may stand in each other. */
const maxOperators = 250;

const operatorWords = new Set("and or not in is if else lambda for await async".split(" "));
const separators = new Set([",", ":", ";", "=", "(", "[", "{", ")", "]", "}"]);

/** Counts while tokens are read. An element of a list, of arguments and so on begins anew. */
export class ExpressionSize {
  readonly #source: SourceText;
  /** For each open bracket, and for the line: operators of the element that is being read. */
  readonly #counts: number[] = [0];
  /** Of all elements. */
  #total = 0;
  /** Between `lambda` and its colon, `for` and its `in`, where a comma ends no element. */
  #inTargets = false;

  constructor(source: SourceText) {
    this.#source = source;
  }

  /**
   * @param text - The token's text.
   * @throws {NotSupported} For one operator too many.
   */
  add(token: Token, text: string): void {
    if (token.type === "op" && separators.has(text)) this.#separate(text);
    else if (token.type === "op" || (token.type === "name" && operatorWords.has(text))) {
      if (text === "lambda" || text === "for") this.#inTargets = true;
      else if (text === "in") this.#inTargets = false;
      this.#count(1);
    }
    if (this.#total > maxOperators) throw this.#tooMany(token);
  }

  /** A logical line ends. */
  reset(): void {
    this.#counts.length = 1;
    this.#counts[0] = 0;
    this.#total = 0;
    this.#inTargets = false;
  }

  #separate(text: string): void {
    if ("([{".includes(text)) this.#counts.push(0);
    else if (")]}".includes(text)) {
      this.#count(-this.#counts.at(-1)!);
      this.#counts.pop();
      // A pair of brackets may call or index what stands before it.
      this.#count(1);
    } else if (text === ":") this.#inTargets = false;
    else if ((text === "," && !this.#inTargets) || text === ";") this.#count(-this.#counts.at(-1)!);
  }

  #count(operators: number): void {
    this.#counts[this.#counts.length - 1]! += operators;
    this.#total += operators;
  }

  #tooMany(token: Token): NotSupported {
    return this.#source.notSupported(
      `expression of more than ${maxOperators} operators`,
      "give its parts names",
      token.start,
    );
  }
}
