/** Looking a name up in a type. Mirrors `_PyType_Lookup`, `PyType_IsSubtype`, `PyType_Modified` in `Objects/typeobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { item } from "../../sim/objects/dict";
import type { Machine } from "../run/machine";
import type { TypeObject } from "./type-object";

/** `type(o)`. */
export function typeOf(m: Machine, o: number): TypeObject {
  return m.types.get(m.h.memory[o + Field.TYPE]!)!;
}

/** `type(o).__name__`. */
export function typeName(m: Machine, o: number): string {
  return typeOf(m, o).name;
}

/**
 * What the type or the first one in its mro that has the name has for it; borrowed, 0 = none of them has it. Remembered
 * until the type changes.
 *
 * @param name - An interned str.
 */
export function lookupType(m: Machine, type: TypeObject, name: number): number {
  const known = type.found.get(name);
  if (known !== undefined) return known;
  const found = searchMro(m, type, name);
  type.found.set(name, found);
  return found;
}

/** Is type `a` the type `b`, or one that inherits from it? */
export function isSubtype(m: Machine, a: number, b: number): boolean {
  if (a === b) return true;
  const type = m.types.get(a);
  const base = m.types.get(b);
  return type !== undefined && base !== undefined && type.mro.includes(base);
}

/** The dict of a class, borrowed. Not for built-in types, whose attributes are in {@link TypeObject.attributes}. */
export function classDict(m: Machine, cls: number): number {
  return m.h.memory[m.h.memory[cls + Field.START]!]!;
}

/** What a type itself has for a name, without those it inherits from; borrowed, 0 = nothing. @param name - An interned str. */
export function ownAttribute(m: Machine, type: TypeObject, name: number): number {
  if (type.record === null) return type.attributes.get(m.h.payload.get(name) as string) ?? 0;
  const dict = classDict(m, type.id);
  return dict === 0 ? 0 : item(m.h, dict, name);
}

function searchMro(m: Machine, type: TypeObject, name: number): number {
  for (const one of type.mro) {
    const found = ownAttribute(m, one, name);
    if (found !== 0) return found;
  }
  return 0;
}
