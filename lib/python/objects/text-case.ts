/** Upper, lower and title case. Mirrors `do_title`, `do_casefold`, ... in `Objects/unicodeobject.c`. */

import { characterIs } from "./character-class";

/** Letters of two parts, which have a form for titles. */
const DIGRAPH = /^[\u01c4-\u01cc\u01f1-\u01f3]$/;

/** Georgian letters have no title form. */
const GEORGIAN = /^[\u10d0-\u10ff]$/;

/** Greek letters with an iota that is written below in titles. */
const GREEK_IOTA = /^[\u1f80-\u1faf]$/;

/** Cherokee folds to upper case; the dotless i stays what it is. */
const CHEROKEE = /^[\u13a0-\u13fd\uab70-\uabbf]$/;

/** `text.title()`: a letter behind no letter is in title case, all others in lower case. */
export function titleText(text: string): string {
  let behindLetter = false;
  let title = "";
  let at = 0;
  for (const character of text) {
    title += behindLetter ? lowerCharacter(text, at, character) : titleCharacter(character);
    behindLetter = characterIs.cased(character);
    at += character.length;
  }
  return title;
}

/** `text.capitalize()`. */
export function capitalizeText(text: string): string {
  const [first = ""] = text;
  const lower = text.toLowerCase();
  return titleCharacter(first) + lower.slice(first.toLowerCase().length);
}

/** `text.swapcase()`. */
export function swapText(text: string): string {
  let at = 0;
  let swapped = "";
  for (const character of text) {
    if (characterIs.upper(character)) swapped += lowerCharacter(text, at, character);
    else swapped += characterIs.lower(character) ? character.toUpperCase() : character;
    at += character.length;
  }
  return swapped;
}

/** `text.casefold()`. */
export function foldText(text: string): string {
  return Array.from(text, (character) => {
    if (character === "\u0131") return character;
    if (character === "\u1e9e") return "ss";
    return CHEROKEE.test(character) ? character.toUpperCase() : character.toUpperCase().toLowerCase();
  }).join("");
}

/** One character in lower case: a sigma at the end of a word has a form of its own. */
function lowerCharacter(text: string, at: number, character: string): string {
  if (character !== "\u03a3") return character.toLowerCase();
  const before = text.slice(0, at).toLowerCase();
  return text.toLowerCase()[before.length]!;
}

function titleCharacter(character: string): string {
  if (GEORGIAN.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (DIGRAPH.test(character))
    return String.fromCodePoint(code >= 0x1f1 ? 0x1f2 : code - ((code - 0x1c4) % 3) + 1);
  if (GREEK_IOTA.test(character)) return String.fromCodePoint(code | 8);
  const [first = "", ...others] = character.toUpperCase();
  return first + others.join("").toLowerCase();
}
