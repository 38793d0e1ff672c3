/** Characters and digits: `chr`, `ord`, `bin`, `oct`, `hex`. Mirrors `Python/bltinmodule.c`. */

import { bytesOf, intOf, isBytes, isStr, makeInt, makeStr, textOf } from "../objects/make-atom";
import type { NativeDefinition } from "../objects/native-type";
import { typeName } from "../objects/type-lookup";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";

export const characterFunctions: readonly NativeDefinition[] = [
  { name: "chr", least: 1, call: (m, [code = 0]) => chr(m, code) },
  { name: "ord", least: 1, call: (m, [character = 0]) => ord(m, character) },
  { name: "bin", least: 1, call: (m, [o = 0]) => digits(m, o, 2, "0b") },
  { name: "oct", least: 1, call: (m, [o = 0]) => digits(m, o, 8, "0o") },
  { name: "hex", least: 1, call: (m, [o = 0]) => digits(m, o, 16, "0x") },
];

const LAST_CODE_POINT = 0x10ffff;

function chr(m: Machine, o: number): number {
  const code = intOf(m, o);
  if (code === null) return 0;
  if (code < 0 || code > LAST_CODE_POINT) return raise(m, "ValueError", "chr() arg not in range(0x110000)");
  return makeStr(m, String.fromCodePoint(Number(code)));
}

function ord(m: Machine, o: number): number {
  const codes = isStr(m, o)
    ? [...textOf(m, o)].map((character) => character.codePointAt(0)!)
    : isBytes(m, o)
      ? [...bytesOf(m, o)]
      : null;
  if (codes === null)
    return raise(m, "TypeError", `ord() expected string of length 1, but ${typeName(m, o)} found`);
  if (codes.length === 1) return makeInt(m, codes[0]!);
  return raise(m, "TypeError", `ord() expected a character, but string of length ${codes.length} found`);
}

function digits(m: Machine, o: number, base: number, prefix: string): number {
  const value = intOf(m, o);
  if (value === null) return 0;
  const text = value.toString(base);
  return makeStr(m, value < 0 ? `-${prefix}${text.slice(1)}` : `${prefix}${text}`);
}
