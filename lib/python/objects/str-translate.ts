/** `str.translate` and `str.maketrans`. Mirrors `_PyUnicode_TranslateCharmap`, `unicode_maketrans_impl`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { item, keysOf, setItem } from "../../sim/objects/dict";
import { Static } from "../../sim/objects/static-object";
import { clearError, errorIs, raise } from "../run/error";
import type { Machine } from "../run/machine";
import { charactersOf, textLength } from "./code-point";
import { intValue, isInt, isStr, makeInt, makeNone, makeStr, textOf } from "./make-atom";
import { makeDict } from "./make-container";
import type { NativeDefinition } from "./native-type";
import { numberedStr } from "./str-argument";
import { getItem } from "./subscript";

export const translateMethods: readonly NativeDefinition[] = [
  { name: "translate", least: 1, call: (m, [self, table]) => translate(m, textOf(m, self!), table!) },
  {
    name: "maketrans",
    kind: "static",
    least: 1,
    most: 3,
    call: (m, [from, to, deleted]) =>
      to === undefined ? tableOfDict(m, from!) : tableOfTexts(m, from!, to, deleted ?? 0),
  },
];

function translate(m: Machine, text: string, table: number): number {
  let translated = "";
  for (const character of text) {
    const by = translated1(m, character, table);
    if (by === null) return 0;
    translated += by;
  }
  return makeStr(m, translated);
}

/** What the table has for a character; null = exception set. What it does not have stays (`LookupError`). */
function translated1(m: Machine, character: string, table: number): string | null {
  const key = makeInt(m, character.codePointAt(0)!);
  const value = getItem(m, table, key);
  decref(m.h, key);
  if (value === 0) {
    if (!errorIs(m, "LookupError")) return null;
    clearError(m);
    return character;
  }
  const by = replacement(m, value);
  decref(m.h, value);
  return by;
}

function replacement(m: Machine, value: number): string | null {
  if (value === Static.NONE) return "";
  if (isStr(m, value)) return textOf(m, value);
  if (!isInt(m, value)) {
    raise(m, "TypeError", "character mapping must return integer, None or str");
    return null;
  }
  const code = intValue(m, value);
  if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(Number(code));
  raise(m, "ValueError", "character mapping must be in range(0x110000)");
  return null;
}

function tableOfTexts(m: Machine, from: number, to: number, deleted: number): number {
  const texts: string[] = [];
  for (const [i, o] of [from, to, deleted].entries()) {
    const text = o === 0 ? "" : numberedStr(m, "maketrans", i + 1, o);
    if (text === null) return 0;
    texts.push(text);
  }
  const [keys, values, removed] = texts.map(charactersOf) as [string[], string[], string[]];
  if (keys.length !== values.length)
    return raise(m, "ValueError", "the first two maketrans arguments must have equal length");
  const table = makeDict(m);
  for (const [i, key] of keys.entries()) put(m, table, key, makeInt(m, values[i]!.codePointAt(0)!));
  for (const key of removed) put(m, table, key, makeNone(m));
  return table;
}

function tableOfDict(m: Machine, dict: number): number {
  if (m.h.memory[dict + Field.TYPE] !== Static.DICT_TYPE)
    return raise(m, "TypeError", "if you give only one argument to maketrans it must be a dict");
  const table = makeDict(m);
  for (const key of keysOf(m.h, dict)) {
    const value = item(m.h, dict, key);
    if (isStr(m, key) && textLength(textOf(m, key)) === 1) {
      incref(m.h, value);
      put(m, table, textOf(m, key), value);
    } else if (isInt(m, key)) setItem(m.h, table, key, value);
    else {
      decref(m.h, table);
      const what = isStr(m, key)
        ? ["ValueError", "string keys in translate table must be of length 1"]
        : ["TypeError", "keys in translate table must be strings or integers"];
      return raise(m, what[0]!, what[1]!);
    }
  }
  return table;
}

/** @param value - Owned; it moves into the table. */
function put(m: Machine, table: number, character: string, value: number): void {
  const key = makeInt(m, character.codePointAt(0)!);
  setItem(m.h, table, key, value);
  decref(m.h, key);
  decref(m.h, value);
}
