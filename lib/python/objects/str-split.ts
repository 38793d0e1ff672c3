/** Methods of str that take it apart, and `join`. */

import { Static } from "../../sim/objects/static-object";
import { clearError, errorIs, raise } from "../run/error";
import type { Machine } from "../run/machine";
import { collectItems, releaseItems } from "./iterate";
import { argument } from "./keyword-argument";
import { isStr, makeNewStr, makeStr, sizeOf, textOf } from "./make-atom";
import { makeList, makeTuple } from "./make-container";
import type { Keywords, NativeDefinition } from "./native-type";
import { strArgument, strResult } from "./str-argument";
import {
  partitionText,
  splitLines,
  splitText,
  splitTextFromEnd,
  splitWords,
  splitWordsFromEnd,
} from "./text-split";
import { isTrue } from "./truth";
import { typeName } from "./type-lookup";

export const splitMethods: readonly NativeDefinition[] = [
  { name: "split", most: 2, keywords: ["sep", "maxsplit"], call: (m, a, k) => split(m, a, k, false) },
  { name: "rsplit", most: 2, keywords: ["sep", "maxsplit"], call: (m, a, k) => split(m, a, k, true) },
  { name: "splitlines", most: 1, keywords: ["keepends"], call: splitIntoLines },
  { name: "partition", least: 1, call: (m, args) => partition(m, args, false) },
  { name: "rpartition", least: 1, call: (m, args) => partition(m, args, true) },
  { name: "join", least: 1, call: (m, [separator, iterable]) => join(m, separator!, iterable!) },
];

function split(m: Machine, args: readonly number[], keywords: Keywords, fromEnd: boolean): number {
  const self = args[0]!;
  const separator = argument(args, keywords, 1, "sep");
  const mostObject = argument(args, keywords, 2, "maxsplit");
  const most = mostObject === 0 ? -1 : sizeOf(m, mostObject);
  if (most === null) return 0;
  const text = textOf(m, self);
  if (separator === 0 || separator === Static.NONE)
    return strList(m, self, fromEnd ? splitWordsFromEnd(text, most) : splitWords(text, most));
  const by = strArgument(m, separator, (type) => `must be str or None, not ${type}`);
  if (by === null) return 0;
  if (by === "") return raise(m, "ValueError", "empty separator");
  return strList(m, self, fromEnd ? splitTextFromEnd(text, by, most) : splitText(text, by, most));
}

function splitIntoLines(m: Machine, args: readonly number[], keywords: Keywords): number {
  const keeps = argument(args, keywords, 1, "keepends");
  const truth = keeps === 0 ? 0 : isTrue(m, keeps);
  return truth < 0 ? 0 : strList(m, args[0]!, splitLines(textOf(m, args[0]!), truth === 1));
}

function partition(m: Machine, [self, separator]: readonly number[], last: boolean): number {
  const by = strArgument(m, separator!, (type) => `must be str, not ${type}`);
  if (by === null) return 0;
  if (by === "") return raise(m, "ValueError", "empty separator");
  const [before, middle, after] = partitionText(textOf(m, self!), by, last);
  return makeTuple(m, [
    strResult(m, self!, before),
    middle === "" ? makeStr(m, "") : strResult(m, separator!, middle),
    strResult(m, self!, after),
  ]);
}

/** The only part of a str that is not split is the str itself. */
function strList(m: Machine, self: number, parts: readonly string[]): number {
  return makeList(
    m,
    parts.map((part) => strResult(m, self, part)),
  );
}

function join(m: Machine, separator: number, iterable: number): number {
  const items = collectItems(m, iterable);
  if (items === null) {
    if (!errorIs(m, "TypeError")) return 0;
    clearError(m);
    return raise(m, "TypeError", "can only join an iterable");
  }
  const joined = joinItems(m, textOf(m, separator), items);
  releaseItems(m, items);
  return joined;
}

/** One item alone is the result itself, whatever the separator. */
function joinItems(m: Machine, separator: string, items: readonly number[]): number {
  const wrong = items.findIndex((item) => !isStr(m, item));
  if (wrong >= 0) {
    const type = typeName(m, items[wrong]!);
    return raise(m, "TypeError", `sequence item ${wrong}: expected str instance, ${type} found`);
  }
  const text = items.map((item) => textOf(m, item)).join(separator);
  return items.length === 1 ? strResult(m, items[0]!, text) : makeNewStr(m, text);
}
