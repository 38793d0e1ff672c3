/** What stands around the token at which a source stops making sense. */

import type { SourceText } from "./source-text";
import { keywords, type Token } from "./token";
import { Tokenizer } from "./tokenizer";

/** A token, or a closed pair of brackets with all that is in it. */
export interface Item {
  readonly type: Token["type"] | "group";
  /** For a group its brackets, "()". For the end of a line "". */
  readonly text: string;
}

/** The inside of one open bracket, or the logical line itself. */
export interface Level {
  /** The bracket, "" for the line. */
  readonly bracket: string;
  /** Does the bracket follow a value, so that it calls or indexes it? */
  readonly follows: boolean;
  readonly items: Item[];
}

/** A token that fits no rule, and the tokens of its logical line before it. */
export interface Mistake {
  readonly token: Token;
  /** What stands there. */
  readonly next: Item;
  /** What stands before it at the same level. */
  readonly last: Item | undefined;
  /** The level of the token. */
  readonly level: Level;
  /** The logical line as a whole. */
  readonly line: readonly Item[];
}

/** Read the tokens again, up to the one that ends behind `offset`. */
export function mistakeAt(source: SourceText, offset: number): Mistake {
  const tokens = new Tokenizer(source);
  let levels = newLine();
  for (;;) {
    const token = tokens.next();
    const next = itemOf(source, token);
    const level = levels.at(-1)!;
    if (token.type === "end" || (token.end > offset && token.end > token.start))
      return { token, next, last: level.items.at(-1), level, line: levels[0]!.items };
    if (token.type === "newline") levels = newLine();
    else if (token.type !== "indent" && token.type !== "dedent") append(levels, next);
  }
}

/** Can this end an expression? */
export function endsValue(item: Item | undefined): boolean {
  if (item === undefined) return false;
  if (item.type === "name") return !keywords.has(item.text) || isConstantName(item.text);
  return item.type === "number" || item.type === "string" || item.type === "group" || item.text === "...";
}

/** Can this begin an expression, and not go on with one? */
export function beginsValue(item: Item): boolean {
  if (item.type === "name")
    return !keywords.has(item.text) || isConstantName(item.text) || item.text === "lambda";
  return item.type === "number" || item.type === "string";
}

/** Index of the last item with this text, -1 for none. */
export function lastIndexOf(items: readonly Item[], text: string): number {
  return items.map((item) => item.text).lastIndexOf(text);
}

function isConstantName(text: string): boolean {
  return text === "None" || text === "True" || text === "False";
}

function newLine(): Level[] {
  return [{ bracket: "", follows: false, items: [] }];
}

function itemOf(source: SourceText, token: Token): Item {
  const text = token.type === "newline" ? "" : source.text.slice(token.start, token.end);
  return { type: token.type, text };
}

function append(levels: Level[], item: Item): void {
  const { items } = levels.at(-1)!;
  if (item.type === "op" && "([{".includes(item.text))
    levels.push({ bracket: item.text, follows: endsValue(items.at(-1)), items: [] });
  else if (item.type === "op" && ")]}".includes(item.text)) {
    const closed = levels.pop()!;
    levels.at(-1)!.items.push({ type: "group", text: closed.bracket + item.text });
  } else items.push(item);
}
