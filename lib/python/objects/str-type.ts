/** `str`. Mirrors `PyUnicode_Type` in `Objects/unicodeobject.c`. */

import { textHash } from "../../sim/objects/hash-value";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { compareText, textLength } from "./code-point";
import { encodeText } from "./codec";
import { holds } from "./compare";
import { formatStr } from "./format-str";
import { argument } from "./keyword-argument";
import { isStr, makeBool, makeBytes, makeNotImplemented, textOf } from "./make-atom";
import type { Keywords, NativeDefinition, NativeType } from "./native-type";
import { formatMethods } from "./replacement-field";
import { strArgument } from "./str-argument";
import { caseMethods } from "./str-case";
import { createStrObject } from "./str-create";
import { createStrIterator } from "./str-iterator";
import { strBinary, strItem } from "./str-operator";
import { padMethods } from "./str-pad";
import { textRepr } from "./str-repr";
import { searchMethods, strContains } from "./str-search";
import { splitMethods } from "./str-split";
import { translateMethods } from "./str-translate";

const encodeMethod: NativeDefinition = {
  name: "encode",
  most: 2,
  keywords: ["encoding", "errors"],
  call: encode,
};

export const strType: NativeType = {
  name: "str",
  id: Static.STR_TYPE,
  subclassable: true,
  slots: {
    create: (m, _, args, keywords) => createStrObject(m, args, keywords),
    repr: (m, o) => textRepr(textOf(m, o)),
    str: (m, o) => textOf(m, o),
    format: formatStr,
    hash: (m, o) => textHash(textOf(m, o)),
    compare: compareStrs,
    truth: (m, o) => (textOf(m, o) === "" ? 0 : 1),
    length: (m, o) => textLength(textOf(m, o)),
    contains: strContains,
    getItem: strItem,
    iterate: createStrIterator,
    binary: strBinary,
  },
  methods: [
    ...caseMethods,
    ...searchMethods,
    ...splitMethods,
    ...padMethods,
    ...translateMethods,
    ...formatMethods,
    encodeMethod,
  ],
};

function compareStrs(m: Machine, op: number, a: number, b: number): number {
  if (!isStr(m, a) || !isStr(m, b)) return makeNotImplemented(m);
  return makeBool(m, holds(op, compareText(textOf(m, a), textOf(m, b))));
}

function encode(m: Machine, args: readonly number[], keywords: Keywords): number {
  const names = ["utf-8", "strict"];
  for (const [i, name] of ["encoding", "errors"].entries()) {
    const o = argument(args, keywords, i + 1, name);
    const text =
      o === 0
        ? names[i]!
        : strArgument(m, o, (type) => `encode() argument '${name}' must be str, not ${type}`);
    if (text === null) return 0;
    names[i] = text;
  }
  const bytes = encodeText(m, textOf(m, args[0]!), names[0]!, names[1]!);
  return bytes === null ? 0 : makeBytes(m, bytes);
}
