/** What an object is: `id`, `hash`, `len`, `repr`, `ascii`, `format`. Mirrors `Python/bltinmodule.c`. */

import { formatObject } from "../objects/format";
import { hashOf } from "../objects/hash-object";
import { isStr, makeInt, textOf } from "../objects/make-atom";
import type { NativeDefinition } from "../objects/native-type";
import { lengthOf } from "../objects/subscript";
import { asciiObject, objectAddress, reprObject } from "../objects/text";
import { typeName } from "../objects/type-lookup";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";

export const identityFunctions: readonly NativeDefinition[] = [
  { name: "id", least: 1, call: (m, [o = 0]) => makeInt(m, objectAddress(m, o)) },
  { name: "hash", least: 1, call: (m, [o = 0]) => hash(m, o) },
  { name: "len", least: 1, call: (m, [o = 0]) => len(m, o) },
  { name: "repr", least: 1, call: (m, [o = 0]) => reprObject(m, o) },
  { name: "ascii", least: 1, call: (m, [o = 0]) => asciiObject(m, o) },
  { name: "format", least: 1, most: 2, call: (m, [o = 0, spec]) => format(m, o, spec) },
];

function hash(m: Machine, o: number): number {
  const value = hashOf(m, o);
  return value === null ? 0 : makeInt(m, value);
}

function len(m: Machine, o: number): number {
  const length = lengthOf(m, o);
  return length < 0 ? 0 : makeInt(m, length);
}

function format(m: Machine, o: number, spec: number | undefined): number {
  if (spec !== undefined && !isStr(m, spec))
    return raise(m, "TypeError", `format() argument 2 must be str, not ${typeName(m, spec)}`);
  return formatObject(m, o, spec === undefined ? "" : textOf(m, spec));
}
