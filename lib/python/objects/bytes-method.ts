/** The common methods of bytes. Mirrors `bytes_methods` in `Objects/bytesobject.c`. */

import { incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { decodeBytes } from "./codec";
import { collectItems, releaseItems } from "./iterate";
import { argument } from "./keyword-argument";
import {
  bytesOf,
  intValue,
  isBytes,
  isInt,
  makeBool,
  makeBytes,
  makeInt,
  makeStr,
  sizeOf,
  textOf,
} from "./make-atom";
import { itemsOf, makeList } from "./make-container";
import type { Keywords, NativeDefinition } from "./native-type";
import { searchBounds } from "./str-argument";
import { countText, findText, hasAffix, replaceText } from "./text-search";
import { splitText, splitTextFromEnd, splitWords, stripText } from "./text-split";
import { isSubtype, typeName, typeOf } from "./type-lookup";

export const bytesMethods: readonly NativeDefinition[] = [
  { name: "decode", most: 2, keywords: ["encoding", "errors"], call: decode },
  { name: "hex", call: (m, [o]) => makeStr(m, Array.from(bytesOf(m, o!), hexByte).join("")) },
  { name: "fromhex", kind: "class", least: 1, call: (m, [, text]) => fromHex(m, textOf(m, text!)) },
  { name: "find", least: 1, most: 3, call: (m, args) => find(m, args, false) },
  { name: "rfind", least: 1, most: 3, call: (m, args) => find(m, args, true) },
  { name: "index", least: 1, most: 3, call: index },
  {
    name: "count",
    least: 1,
    most: 3,
    call: (m, args) => search(m, args, (...a) => makeInt(m, countText(...a))),
  },
  { name: "startswith", least: 1, most: 3, call: (m, args) => affix(m, args, false) },
  { name: "endswith", least: 1, most: 3, call: (m, args) => affix(m, args, true) },
  { name: "replace", least: 2, most: 3, call: replace },
  { name: "split", most: 2, keywords: ["sep", "maxsplit"], call: (m, a, k) => split(m, a, k, splitText) },
  {
    name: "rsplit",
    most: 2,
    keywords: ["sep", "maxsplit"],
    call: (m, a, k) => split(m, a, k, splitTextFromEnd),
  },
  { name: "join", least: 1, call: join },
  ...(["strip", "lstrip", "rstrip"] as const).map(stripMethod),
  ...(["lower", "upper"] as const).map(caseMethod),
];

/** The bytes as a text with one character for each. */
export function latinText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** A bytes object for the result of a method, owned: the object itself, when nothing has changed. */
export function bytesResult(m: Machine, self: number, text: string): number {
  if (text === latinText(bytesOf(m, self)) && typeOf(m, self).id === Static.BYTES_TYPE) {
    incref(m.h, self);
    return self;
  }
  return makeBytes(
    m,
    Uint8Array.from(text, (character) => character.charCodeAt(0)),
  );
}

function decode(m: Machine, args: readonly number[], keywords: Keywords): number {
  const encoding = argument(args, keywords, 1, "encoding");
  const errors = argument(args, keywords, 2, "errors");
  const text = decodeBytes(
    m,
    bytesOf(m, args[0]!),
    encoding === 0 ? "utf-8" : textOf(m, encoding),
    errors === 0 ? "strict" : textOf(m, errors),
  );
  return text === null ? 0 : makeStr(m, text);
}

function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

function fromHex(m: Machine, text: string): number {
  const digits = text.replace(/\s/g, "");
  const wrong = /[^0-9a-f]/i.exec(digits);
  if (wrong !== null || digits.length % 2 === 1) {
    const at = wrong === null ? text.length : text.indexOf(wrong[0]);
    return raise(m, "ValueError", `non-hexadecimal number found in fromhex() arg at position ${at}`);
  }
  return makeBytes(
    m,
    Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  );
}

/** What is looked for: bytes, or one byte as a number; null with an exception set. */
function searched(m: Machine, o: number): string | null {
  if (isBytes(m, o)) return latinText(bytesOf(m, o));
  if (!isInt(m, o))
    return (
      raise(m, "TypeError", `argument should be integer or bytes-like object, not '${typeName(m, o)}'`) ||
      null
    );
  const byte = intValue(m, o);
  if (byte >= 0 && byte <= 255) return String.fromCharCode(Number(byte));
  return raise(m, "ValueError", "byte must be in range(0, 256)") || null;
}

type Search = (text: string, part: string, start: number, stop: number) => number;

function search(m: Machine, args: readonly number[], act: Search): number {
  const [self, part, start = 0, stop = 0] = args as [number, number, number?, number?];
  const text = latinText(bytesOf(m, self));
  const what = searched(m, part);
  const bounds = what === null ? null : searchBounds(m, start, stop, text.length);
  return what === null || bounds === null ? 0 : act(text, what, ...bounds);
}

function find(m: Machine, args: readonly number[], last: boolean): number {
  return search(m, args, (text, part, start, stop) => makeInt(m, findText(text, part, start, stop, last)));
}

function index(m: Machine, args: readonly number[]): number {
  return search(m, args, (text, part, start, stop) => {
    const at = findText(text, part, start, stop, false);
    return at < 0 ? raise(m, "ValueError", "subsection not found") : makeInt(m, at);
  });
}

function affix(m: Machine, [self, part, start = 0, stop = 0]: readonly number[], atEnd: boolean): number {
  const isTuple = isSubtype(m, typeOf(m, part!).id, Static.TUPLE_TYPE);
  for (const one of isTuple ? itemsOf(m, part!) : [part!]) {
    const found = search(m, [self!, one, start, stop], (...a) =>
      hasAffix(...a, atEnd) ? Static.TRUE : Static.FALSE,
    );
    if (found !== Static.FALSE) return found === 0 ? 0 : makeBool(m, true);
  }
  return makeBool(m, false);
}

function replace(m: Machine, [self, old, by, countObject = 0]: readonly number[]): number {
  const oldText = bytesText(m, old!);
  const byText = oldText === null ? null : bytesText(m, by!);
  const most = countObject === 0 ? -1 : sizeOf(m, countObject);
  if (oldText === null || byText === null || most === null) return 0;
  return bytesResult(m, self!, replaceText(latinText(bytesOf(m, self!)), oldText, byText, most));
}

function bytesText(m: Machine, o: number): string | null {
  if (isBytes(m, o)) return latinText(bytesOf(m, o));
  return raise(m, "TypeError", `a bytes-like object is required, not '${typeName(m, o)}'`) || null;
}

function split(m: Machine, args: readonly number[], keywords: Keywords, by: typeof splitText): number {
  const self = args[0]!;
  const separator = argument(args, keywords, 1, "sep");
  const mostObject = argument(args, keywords, 2, "maxsplit");
  const most = mostObject === 0 ? -1 : sizeOf(m, mostObject);
  if (most === null) return 0;
  const text = latinText(bytesOf(m, self));
  if (separator === 0 || separator === Static.NONE)
    return makeList(
      m,
      splitWords(text, most).map((part) => bytesResult(m, self, part)),
    );
  const at = bytesText(m, separator);
  if (at === null) return 0;
  if (at === "") return raise(m, "ValueError", "empty separator");
  return makeList(
    m,
    by(text, at, most).map((part) => bytesResult(m, self, part)),
  );
}

function join(m: Machine, [separator, iterable]: readonly number[]): number {
  const items = collectItems(m, iterable!);
  if (items === null) return 0;
  const wrong = items.findIndex((item) => !isBytes(m, item));
  const by = latinText(bytesOf(m, separator!));
  const text = wrong >= 0 ? "" : items.map((item) => latinText(bytesOf(m, item))).join(by);
  const type = wrong >= 0 ? typeName(m, items[wrong]!) : "";
  const result =
    wrong >= 0
      ? raise(m, "TypeError", `sequence item ${wrong}: expected a bytes-like object, ${type} found`)
      : bytesResult(m, items.length === 1 ? items[0]! : separator!, text);
  releaseItems(m, items);
  return result;
}

function stripMethod(name: "strip" | "lstrip" | "rstrip"): NativeDefinition {
  const ends = name === "strip" ? "both" : name === "lstrip" ? "left" : "right";
  return {
    name,
    most: 1,
    call: (m, [self, characters = Static.NONE]) => {
      const which = characters === Static.NONE ? "\t\n\v\f\r " : bytesText(m, characters);
      return which === null ? 0 : bytesResult(m, self!, stripText(latinText(bytesOf(m, self!)), which, ends));
    },
  };
}

/** ASCII letters only. */
function caseMethod(name: "lower" | "upper"): NativeDefinition {
  const change = (text: string) =>
    name === "lower"
      ? text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
      : text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  return {
    name,
    call: (m, [self]) => {
      const text = change(latinText(bytesOf(m, self!)));
      return makeBytes(
        m,
        Uint8Array.from(text, (character) => character.charCodeAt(0)),
      );
    },
  };
}
