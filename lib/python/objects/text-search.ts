/** Searching in texts, by characters. Mirrors `Objects/stringlib/find.h`, `count.h`, `replace.h`. */

import { characterIndex, charactersOf, textLength, textSlice } from "./code-point";

/** Where the part begins between `start` and `stop`; -1 = nowhere. @param last - The last place instead of the first. */
export function findText(text: string, part: string, start: number, stop: number, last: boolean): number {
  if (start > textLength(text) || start > stop) return -1;
  const window = textSlice(text, start, stop);
  const at = last ? window.lastIndexOf(part) : window.indexOf(part);
  return at < 0 ? -1 : start + characterIndex(window, at);
}

/** How often the part occurs between `start` and `stop`, without overlaps. */
export function countText(text: string, part: string, start: number, stop: number): number {
  if (start > textLength(text) || start > stop) return 0;
  const window = textSlice(text, start, stop);
  if (part === "") return textLength(window) + 1;
  return window.split(part).length - 1;
}

/** Does the text between `start` and `stop` begin or end with the part? */
export function hasAffix(text: string, part: string, start: number, stop: number, atEnd: boolean): boolean {
  if (start > textLength(text) || start > stop) return false;
  const window = textSlice(text, start, stop);
  return atEnd ? window.endsWith(part) : window.startsWith(part);
}

/** @param count - At most so many replacements; -1 = all. */
export function replaceText(text: string, old: string, by: string, count: number): string {
  if (count === 0) return text;
  if (old === "") return insertBetween(text, by, count);
  if (count < 0) return text.split(old).join(by);
  const parts = text.split(old);
  const head = parts.slice(0, count + 1).join(by);
  return [head, ...parts.slice(count + 1)].join(old);
}

/** An empty text is found before each character and at the end. */
function insertBetween(text: string, by: string, count: number): string {
  const characters = charactersOf(text);
  const places = count < 0 ? characters.length + 1 : Math.min(count, characters.length + 1);
  const start = characters.map((character, i) => (i < places ? by + character : character)).join("");
  return places > characters.length ? start + by : start;
}
