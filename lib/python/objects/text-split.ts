/** Taking texts apart. Mirrors `Objects/stringlib/split.h`, `partition.h`. */

import { leadingWord, withoutLeadingSpace, withoutTrailingSpace } from "./character-class";
import { charactersOf } from "./code-point";

/** `text.split(separator, most)`. @param most - Splits; -1 = any number. */
export function splitText(text: string, separator: string, most: number): string[] {
  const parts = text.split(separator);
  if (most < 0 || parts.length <= most + 1) return parts;
  return [...parts.slice(0, most), parts.slice(most).join(separator)];
}

/** `text.rsplit(separator, most)`: the splits are counted from the end. */
export function splitTextFromEnd(text: string, separator: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (most < 0 || parts.length < most) {
    const at = rest.lastIndexOf(separator);
    if (at < 0) break;
    parts.unshift(rest.slice(at + separator.length));
    rest = rest.slice(0, at);
  }
  return [rest, ...parts];
}

/** `text.split(None, most)`: runs of spaces separate, and those at both ends do not count. */
export function splitWords(text: string, most: number): string[] {
  const words: string[] = [];
  let rest = withoutLeadingSpace(text);
  while (rest !== "" && (most < 0 || words.length < most)) {
    const word = leadingWord(rest);
    words.push(word);
    rest = withoutLeadingSpace(rest.slice(word.length));
  }
  // What is left when the splits are used up keeps the spaces at its end.
  return rest === "" ? words : [...words, rest];
}

/** `text.rsplit(None, most)`. */
export function splitWordsFromEnd(text: string, most: number): string[] {
  const reversed = (part: string) => charactersOf(part).reverse().join("");
  return splitWords(reversed(text), most).map(reversed).reverse();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these end lines in Python.
const LINE_END = /\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]/g;

/** `text.splitlines()`. @param keeps - With the line ends. @param ends - Where a line ends. */
export function splitLines(text: string, keeps: boolean, ends: RegExp = LINE_END): string[] {
  const lines: string[] = [];
  let start = 0;
  for (const match of text.matchAll(ends)) {
    const end = match.index! + match[0].length;
    lines.push(text.slice(start, keeps ? end : match.index));
    start = end;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

/** `text.partition(separator)`, or `rpartition`. */
export function partitionText(text: string, separator: string, last: boolean): [string, string, string] {
  const at = last ? text.lastIndexOf(separator) : text.indexOf(separator);
  if (at < 0) return last ? ["", "", text] : [text, "", ""];
  return [text.slice(0, at), separator, text.slice(at + separator.length)];
}

/** `text.strip(characters)` at one end or both. @param characters - null = spaces. */
export function stripText(text: string, characters: string | null, ends: "both" | "left" | "right"): string {
  if (characters === null) {
    const right = ends === "left" ? text : withoutTrailingSpace(text);
    return ends === "right" ? right : withoutLeadingSpace(right);
  }
  const all = charactersOf(text);
  const stripped = new Set(charactersOf(characters));
  let start = 0;
  let stop = all.length;
  if (ends !== "right") while (start < stop && stripped.has(all[start]!)) start++;
  if (ends !== "left") while (stop > start && stripped.has(all[stop - 1]!)) stop--;
  return all.slice(start, stop).join("");
}
