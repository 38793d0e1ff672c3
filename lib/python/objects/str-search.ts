/** Methods of str that search: find, index, count, startswith, replace and their like. */

import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { textLength } from "./code-point";
import { fill } from "./fill";
import { argument } from "./keyword-argument";
import { isStr, makeBool, makeInt, sizeOf, textOf } from "./make-atom";
import { itemsOf } from "./make-container";
import type { NativeDefinition } from "./native-type";
import { newStrResult, numberedStr, searchBounds, strArgument } from "./str-argument";
import { countText, findText, hasAffix, replaceText } from "./text-search";
import { isSubtype, typeName, typeOf } from "./type-lookup";

export const searchMethods: readonly NativeDefinition[] = [
  { name: "find", least: 1, most: 3, call: (m, args) => find(m, args, "find", false) },
  { name: "rfind", least: 1, most: 3, call: (m, args) => find(m, args, "rfind", true) },
  { name: "index", least: 1, most: 3, call: (m, args) => index(m, args, "index", false) },
  { name: "rindex", least: 1, most: 3, call: (m, args) => index(m, args, "rindex", true) },
  { name: "count", least: 1, most: 3, call: count },
  { name: "startswith", least: 1, most: 3, call: (m, args) => affix(m, args, "startswith") },
  { name: "endswith", least: 1, most: 3, call: (m, args) => affix(m, args, "endswith") },
  {
    name: "replace",
    least: 2,
    most: 3,
    keywords: ["count"],
    call: (m, args, keywords) => replace(m, args, argument(args, keywords, 3, "count")),
  },
];

/** `part in str`: 1, 0, or -1 with an exception set. */
export function strContains(m: Machine, o: number, part: number): number {
  const text = strArgument(m, part, (type) => `'in <string>' requires string as left operand, not ${type}`);
  if (text === null) return -1;
  return textOf(m, o).includes(text) ? 1 : 0;
}

/** @returns the position; -1 = not there; null with an exception set. */
function position(m: Machine, args: readonly number[], method: string, last: boolean): number | null {
  const [self, part, start = 0, stop = 0] = args as [number, number, number?, number?];
  const text = textOf(m, self);
  const searched = searchedText(m, part, method);
  const bounds = searched === null ? null : searchBounds(m, start, stop, textLength(text));
  return searched === null || bounds === null ? null : findText(text, searched, ...bounds, last);
}

function find(m: Machine, args: readonly number[], method: string, last: boolean): number {
  const at = position(m, args, method, last);
  return at === null ? 0 : makeInt(m, at);
}

function index(m: Machine, args: readonly number[], method: string, last: boolean): number {
  const at = position(m, args, method, last);
  if (at === null) return 0;
  return at < 0 ? raise(m, "ValueError", "substring not found") : makeInt(m, at);
}

function count(m: Machine, args: readonly number[]): number {
  const [self, part, start = 0, stop = 0] = args as [number, number, number?, number?];
  const text = textOf(m, self);
  const searched = searchedText(m, part, "count");
  const bounds = searched === null ? null : searchBounds(m, start, stop, textLength(text));
  return searched === null || bounds === null ? 0 : makeInt(m, countText(text, searched, ...bounds));
}

function searchedText(m: Machine, part: number, method: string): string | null {
  return strArgument(m, part, (type) => fill(m.rules.texts.badSearchedStr, type, method));
}

function affix(m: Machine, args: readonly number[], method: "startswith" | "endswith"): number {
  const [self, part, start = 0, stop = 0] = args as [number, number, number?, number?];
  const text = textOf(m, self);
  const bounds = searchBounds(m, start, stop, textLength(text));
  if (bounds === null) return 0;
  const isTuple = isSubtype(m, typeOf(m, part).id, Static.TUPLE_TYPE);
  if (!isTuple && !isStr(m, part))
    return raise(
      m,
      "TypeError",
      `${method} first arg must be str or a tuple of str, not ${typeName(m, part)}`,
    );
  for (const one of isTuple ? itemsOf(m, part) : [part]) {
    const affixText = strArgument(m, one, (type) => `tuple for ${method} must only contain str, not ${type}`);
    if (affixText === null) return 0;
    if (hasAffix(text, affixText, ...bounds, method === "endswith")) return makeBool(m, true);
  }
  return makeBool(m, false);
}

function replace(m: Machine, args: readonly number[], countObject: number): number {
  const [self, old, by] = args as [number, number, number];
  const oldText = numberedStr(m, "replace", 1, old);
  const byText = oldText === null ? null : numberedStr(m, "replace", 2, by);
  if (oldText === null || byText === null) return 0;
  const most = countObject === 0 ? -1 : sizeOf(m, countObject);
  return most === null ? 0 : newStrResult(m, self, replaceText(textOf(m, self), oldText, byText, most));
}
