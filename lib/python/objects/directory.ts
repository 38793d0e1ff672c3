/** `dir(o)`. Mirrors `object___dir___impl`, `type___dir___impl`. */

import { incref } from "../../sim/heap/refcount";
import { keysOf } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import type { Machine } from "../run/machine";
import { instanceDict } from "./instance-object";
import { textOf } from "./make-atom";
import { makeList } from "./make-container";
import { classDict, typeOf } from "./type-lookup";
import type { TypeObject } from "./type-object";

/** The names of an object's attributes and those of its type, sorted: a new list of str, owned. */
export function directory(m: Machine, o: number): number {
  const names = new Set<string>();
  const dict = instanceDict(m, o, true);
  if (dict !== 0) for (const key of keysOf(m.h, dict)) names.add(textOf(m, key));
  for (const type of (m.types.get(o) ?? typeOf(m, o)).mro)
    for (const name of ownNames(m, type)) names.add(name);
  const sorted = [...names].sort((a, b) => (a < b ? -1 : 1)).map((name) => internedStr(m.h, name));
  for (const name of sorted) incref(m.h, name);
  return makeList(m, sorted);
}

/** The names that a type itself has. */
export function ownNames(m: Machine, type: TypeObject): string[] {
  if (type.record === null) return [...type.attributes.keys()];
  const dict = classDict(m, type.id);
  return dict === 0 ? [] : keysOf(m.h, dict).map((key) => textOf(m, key));
}
