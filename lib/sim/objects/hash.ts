/** What a dict or set compares: the value of an atom, the identity of anything else. Mirrors `PyObject_Hash`. */

import type { HeapState } from "../heap/heap-state";
import { Field } from "../heap/memory-map";
import { Static } from "./static-object";

/** Two keys are equal when these texts are. */
export type DictKey = string;

/** The text by which a key is found. A tuple is compared by its items, as `==` does. */
export function keyOf(h: HeapState, key: number): DictKey {
  const value = h.payload.get(key);
  if (value !== undefined) return `${typeof value} ${value}`;
  const type = h.memory[key + Field.TYPE];
  if (type !== Static.TUPLE_TYPE && type !== Static.FROZENSET_TYPE) return `id ${key}`;
  const start = h.memory[key + Field.START]!;
  const items = h.memory.subarray(start, start + h.memory[key + Field.LENGTH]!);
  const texts = Array.from(items, (item) => (item === 0 ? "" : keyOf(h, item)));
  return `${type} [${(type === Static.FROZENSET_TYPE ? texts.filter((text) => text !== "").sort() : texts).join(", ")}]`;
}

/**
 * `hash(o)`, as an unsigned 64-bit number: of a whole number its value, of an instance what its class says, of any
 * other object its address in 16 bytes.
 *
 * Simplified: the hash of a str or tuple is another one than CPython's, which differs from process to process for
 * strings; it decides only the order of a set's elements.
 */
export function hash64(h: HeapState, o: number): bigint {
  const value = h.payload.get(o);
  if (value === undefined) {
    const own = h.classes.get(h.memory[o + Field.TYPE]!)?.hash;
    return own === undefined ? BigInt(o) : hashOfInt(own(o));
  }
  if (typeof value === "number" && Number.isInteger(value)) return hashOfInt(value);
  let hash = 5381n;
  for (const character of String(value))
    hash = BigInt.asUintN(64, hash * 33n + BigInt(character.codePointAt(0) ?? 0));
  return hash;
}

/** A hash is never -1, which stands for an error. */
function hashOfInt(value: number): bigint {
  return BigInt.asUintN(64, BigInt(value === -1 ? -2 : value));
}
