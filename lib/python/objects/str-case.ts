/** Methods of str for upper and lower case, and those that ask what its characters are. */

import type { Machine } from "../run/machine";
import { characterIs } from "./character-class";
import { makeBool, makeNewStr, textOf } from "./make-atom";
import type { NativeDefinition } from "./native-type";
import { capitalizeText, foldText, swapText, titleText } from "./text-case";

/** Each gives a new str, even when nothing changes. */
const changes: Readonly<Record<string, (text: string) => string>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  title: titleText,
  capitalize: capitalizeText,
  swapcase: swapText,
  casefold: foldText,
};

/** True when it holds for each character, and there is one. */
const tests: Readonly<Record<string, (character: string) => boolean>> = {
  isalpha: characterIs.alpha,
  isalnum: (c) => characterIs.alpha(c) || characterIs.numeric(c),
  isdecimal: characterIs.decimal,
  isdigit: characterIs.digit,
  isnumeric: characterIs.numeric,
  isspace: characterIs.space,
};

/** The others look at the whole text. */
const wholeTests: Readonly<Record<string, (text: string) => boolean>> = {
  isascii: (text) => /^[\0-\x7f]*$/.test(text),
  isprintable: (text) => Array.from(text).every(characterIs.printable),
  isidentifier: isIdentifier,
  islower: (text) => isCased(text, characterIs.lower),
  isupper: (text) => isCased(text, characterIs.upper),
  istitle: isTitle,
};

export const caseMethods: readonly NativeDefinition[] = [
  ...Object.entries(changes).map(([name, change]) => method(name, (m, text) => makeNewStr(m, change(text)))),
  ...Object.entries(tests).map(([name, holds]) =>
    method(name, (m, text) => makeBool(m, text !== "" && Array.from(text).every(holds))),
  ),
  ...Object.entries(wholeTests).map(([name, holds]) => method(name, (m, text) => makeBool(m, holds(text)))),
];

function method(name: string, result: (m: Machine, text: string) => number): NativeDefinition {
  return { name, call: (m, [o]) => result(m, textOf(m, o!)) };
}

function isIdentifier(text: string): boolean {
  const [first = "", ...others] = text;
  return characterIs.nameStart(first) && others.every(characterIs.namePart);
}

/** Letters with case are there, and all are of this kind. */
function isCased(text: string, kind: (character: string) => boolean): boolean {
  const cased = Array.from(text).filter(characterIs.cased);
  return cased.length > 0 && cased.every(kind);
}

/** Each letter behind no letter is in upper or title case, all others in lower case. */
function isTitle(text: string): boolean {
  let behindLetter = false;
  let hasLetter = false;
  for (const character of text) {
    const starts = characterIs.upper(character) || characterIs.title(character);
    if (starts ? behindLetter : characterIs.lower(character) && !behindLetter) return false;
    behindLetter = characterIs.cased(character);
    hasLetter ||= behindLetter;
  }
  return hasLetter;
}
