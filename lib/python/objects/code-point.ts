/** Positions in a str: Python counts characters, JavaScript code units, and beyond U+FFFF a character has two of them. */

const SURROGATE = /[\ud800-\udfff]/;

/** Has it characters of two code units? Lone surrogates do no harm. */
export function isWide(text: string): boolean {
  return SURROGATE.test(text);
}

/** `len(text)`. */
export function textLength(text: string): number {
  if (!isWide(text)) return text.length;
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** The characters one by one. */
export function charactersOf(text: string): string[] {
  return isWide(text) ? Array.from(text) : text.split("");
}

/** `text[i]`. @param i - Not negative, below the length. */
export function characterAt(text: string, i: number): string {
  return isWide(text) ? Array.from(text)[i]! : text[i]!;
}

/** `text[start:stop]`. @param start - Not negative; neither is `stop`. */
export function textSlice(text: string, start: number, stop: number): string {
  if (stop <= start) return "";
  return isWide(text) ? Array.from(text).slice(start, stop).join("") : text.slice(start, stop);
}

/** The position in characters of a position in code units. */
export function characterIndex(text: string, unit: number): number {
  return unit < 0 ? unit : textLength(text.slice(0, unit));
}

/** The sign of the comparison of two strs by code points. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  if (!isWide(a) && !isWide(b)) return a < b ? -1 : 1;
  const [x, y] = [Array.from(a), Array.from(b)];
  const i = x.findIndex((character, at) => character !== y[at]);
  if (i < 0) return -1;
  return y[i] === undefined || x[i]!.codePointAt(0)! > y[i].codePointAt(0)! ? 1 : -1;
}
