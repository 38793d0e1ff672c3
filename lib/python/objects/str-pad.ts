/**
 * Methods of str that add or take away characters at its ends: ljust, zfill, strip, removeprefix, expandtabs, ...
 *
 * Simplified: built-in types have the methods of 3.10 on every profile; 3.8 has no `str.removeprefix`, `str.removesuffix`
 * and `int.bit_count`.
 */

import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { textLength } from "./code-point";
import { MOST_CHARACTERS } from "./format-spec";
import { memoryError } from "./int-operator";
import { argument } from "./keyword-argument";
import { isStr, sizeOf, textOf } from "./make-atom";
import type { NativeDefinition } from "./native-type";
import { strResult } from "./str-argument";
import { stripText } from "./text-split";
import { typeName } from "./type-lookup";

export const padMethods: readonly NativeDefinition[] = [
  { name: "ljust", least: 1, most: 2, call: (m, args) => justify(m, args, () => 0) },
  { name: "rjust", least: 1, most: 2, call: (m, args) => justify(m, args, (padding) => padding) },
  { name: "center", least: 1, most: 2, call: (m, args) => justify(m, args, leftOfCenter) },
  { name: "zfill", least: 1, call: (m, [self, width]) => fillZeros(m, self!, width!) },
  { name: "strip", most: 1, call: (m, args) => strip(m, args, "strip", "both") },
  { name: "lstrip", most: 1, call: (m, args) => strip(m, args, "lstrip", "left") },
  { name: "rstrip", most: 1, call: (m, args) => strip(m, args, "rstrip", "right") },
  { name: "removeprefix", least: 1, call: (m, [self, part]) => remove(m, self!, part!, "removeprefix") },
  { name: "removesuffix", least: 1, call: (m, [self, part]) => remove(m, self!, part!, "removesuffix") },
  {
    name: "expandtabs",
    most: 1,
    keywords: ["tabsize"],
    call: (m, args, keywords) => expand(m, args[0]!, argument(args, keywords, 1, "tabsize")),
  },
];

/** `pad`: the odd character is on the left when the width is odd. */
function leftOfCenter(padding: number, width: number): number {
  return Math.floor(padding / 2) + (padding & width & 1);
}

function justify(
  m: Machine,
  args: readonly number[],
  leftPart: (padding: number, width: number) => number,
): number {
  const self = args[0]!;
  const width = sizeOf(m, args[1]!);
  const fill = width === null ? null : fillCharacter(m, args[2] ?? 0);
  if (width === null || fill === null) return 0;
  if (width > MOST_CHARACTERS) return memoryError(m);
  const text = textOf(m, self);
  const padding = Math.max(0, width - textLength(text));
  const left = leftPart(padding, width);
  return strResult(m, self, fill.repeat(left) + text + fill.repeat(padding - left));
}

function fillCharacter(m: Machine, o: number): string | null {
  if (o === 0) return " ";
  if (!isStr(m, o)) {
    raise(m, "TypeError", `The fill character must be a unicode character, not ${typeName(m, o)}`);
    return null;
  }
  if (textLength(textOf(m, o)) === 1) return textOf(m, o);
  raise(m, "TypeError", "The fill character must be exactly one character long");
  return null;
}

function fillZeros(m: Machine, self: number, widthObject: number): number {
  const width = sizeOf(m, widthObject);
  if (width === null) return 0;
  if (width > MOST_CHARACTERS) return memoryError(m);
  const text = textOf(m, self);
  const sign = /^[+-]/.test(text) ? text[0]! : "";
  const zeros = "0".repeat(Math.max(0, width - textLength(text)));
  return strResult(m, self, sign + zeros + text.slice(sign.length));
}

function strip(m: Machine, args: readonly number[], method: string, ends: "both" | "left" | "right"): number {
  const [self, characters = Static.NONE] = args as [number, number?];
  if (characters !== Static.NONE && !isStr(m, characters))
    return raise(m, "TypeError", `${method} arg must be None or str`);
  const which = characters === Static.NONE ? null : textOf(m, characters);
  return strResult(m, self, stripText(textOf(m, self), which, ends));
}

function remove(m: Machine, self: number, part: number, method: "removeprefix" | "removesuffix"): number {
  if (!isStr(m, part))
    return raise(m, "TypeError", `${method}() argument must be str, not ${typeName(m, part)}`);
  const text = textOf(m, self);
  const affix = textOf(m, part);
  if (method === "removeprefix")
    return strResult(m, self, text.startsWith(affix) ? text.slice(affix.length) : text);
  return strResult(m, self, text.endsWith(affix) ? text.slice(0, text.length - affix.length) : text);
}

function expand(m: Machine, self: number, sizeObject: number): number {
  const size = sizeObject === 0 ? 8 : sizeOf(m, sizeObject);
  if (size === null) return 0;
  let column = 0;
  let expanded = "";
  for (const character of textOf(m, self)) {
    if (character !== "\t") {
      expanded += character;
      column = character === "\n" || character === "\r" ? 0 : column + 1;
    } else if (size > 0) {
      expanded += " ".repeat(size - (column % size));
      column += size - (column % size);
    }
  }
  return strResult(m, self, expanded);
}
