/** Hashes, and which key of a dict or set is meant. Mirrors `PyObject_Hash`; `lookdict` for keys with their own `__eq__`. */

import { Field } from "../../sim/heap/memory-map";
import { rememberHash } from "../../sim/objects/hash";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { findEqualKey, hasKeyIndex } from "./key-index";
import { itemsOf } from "./make-container";
import { typeName, typeOf } from "./type-lookup";
import type { TypeObject } from "./type-object";

/** `hash(o)`, signed; null with TypeError set when it has none, or with what `__hash__` raised. */
export function hashOf(m: Machine, o: number): bigint | null {
  const { hash } = typeOf(m, o).slots;
  if (hash !== undefined) return hash(m, o);
  raise(m, "TypeError", `unhashable type: '${typeName(m, o)}'`);
  return null;
}

/**
 * The object by which a dict or set of lib/sim finds a key: one that is there already and equal, else `o` itself;
 * borrowed. 0 = exception set. To be called before every operation with a key, at once before it.
 *
 * Atoms and objects without `__eq__` go straight through. For all others the hash and the comparisons of CPython's lookup
 * happen here.
 *
 * @param container - The dict or set.
 */
export function dictKey(m: Machine, container: number, o: number): number {
  if (isPlainKey(m, o) && !hasKeyIndex(m, container)) return o;
  const hash = hashOf(m, o);
  if (hash === null) return 0;
  rememberHash(m.h, o, hash);
  return findEqualKey(m, container, o, hash);
}

/** Does lib/sim compare it as the program does: by its value or by its identity? */
function isPlainKey(m: Machine, o: number): boolean {
  const type = m.h.memory[o + Field.TYPE]!;
  if (type === Static.STR_TYPE || type === Static.INT_TYPE || o === Static.NONE) return true;
  if (type === Static.TUPLE_TYPE) return itemsOf(m, o).every((item) => isPlainKey(m, item));
  return comparesPlainly(m, typeOf(m, o));
}

/** Are `__eq__` and `__hash__` those of object or of an atom? */
function comparesPlainly(m: Machine, type: TypeObject): boolean {
  const { compare, hash } = type.slots;
  for (const plain of PLAIN_TYPES) {
    const { slots } = m.types.get(plain)!;
    if (slots.compare === compare && slots.hash === hash) return true;
  }
  return false;
}

const PLAIN_TYPES = [
  Static.OBJECT_TYPE,
  Static.INT_TYPE,
  Static.FLOAT_TYPE,
  Static.STR_TYPE,
  Static.BYTES_TYPE,
] as const;
