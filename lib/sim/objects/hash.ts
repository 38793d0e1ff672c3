/** What a dict or set compares: the value of an atom, the identity of anything else. Mirrors `PyObject_Hash`. */

import type { HeapState } from "../heap/heap-state";
import { Field } from "../heap/memory-map";
import { frozensetHash, numberHash, textHash, tupleHash } from "./hash-value";
import { Static } from "./static-object";

/** Two keys are equal when these are the same. */
export type DictKey = string | number | bigint;

/** What begins a text that stands for no str. A str that begins with it is marked too. */
const MARK = "\0";

/** That by which a key is found. A tuple or frozenset is compared by its items, as `==` does. */
export function keyOf(h: HeapState, key: number): DictKey {
  const value = h.payload.get(key);
  if (typeof value === "string") return value.startsWith(MARK) ? `${MARK}str ${value}` : value;
  if (typeof value === "number") return numberKey(key, value);
  if (typeof value === "bigint") return value;
  if (value !== undefined) return `${MARK}bytes ${value}`;
  const type = h.memory[key + Field.TYPE];
  if (type === Static.TUPLE_TYPE) return `${MARK}tuple ${itemsOf(h, key).map(part).join("")}`;
  if (type === Static.FROZENSET_TYPE)
    return `${MARK}frozenset ${elementsOf(h, key).map(part).sort().join("")}`;
  return identity(key);

  function part(item: number): string {
    if (item === 0) return "NULL";
    const itemKey = keyOf(h, item);
    return typeof itemKey === "string" ? `${itemKey.length}:${itemKey}` : `${itemKey},`;
  }
}

/** An int and a float of one value are one key; NaN equals nothing but itself. */
function numberKey(key: number, value: number): DictKey {
  if (Number.isNaN(value)) return identity(key);
  return Math.abs(value) > Number.MAX_SAFE_INTEGER && Number.isFinite(value) ? BigInt(value) : value;
}

function identity(key: number): string {
  return `${MARK}${key}`;
}

/** The hash that the program's own `__hash__` gave last, by heap: {@link rememberHash}. */
const remembered = new WeakMap<HeapState, readonly [o: number, hash: bigint]>();

/** Tell what `__hash__` has just given for `o`, so that {@link hash64} need not run the program's code again. */
export function rememberHash(h: HeapState, o: number, hash: bigint): void {
  remembered.set(h, [o, BigInt.asUintN(64, hash)]);
}

/**
 * `hash(o)`, as an unsigned 64-bit number: of a number, tuple or frozenset as CPython computes it, of an instance what its
 * class says, of any other object its address in 16 bytes.
 *
 * Simplified: the hash of a str is another one than CPython's, which differs from process to process; it decides only the
 * order of a set's elements.
 */
export function hash64(h: HeapState, o: number): bigint {
  return BigInt.asUintN(64, signedHash(h, o));
}

function signedHash(h: HeapState, o: number): bigint {
  const value = h.payload.get(o);
  if (typeof value === "number" || typeof value === "bigint")
    return Number.isNaN(value) ? BigInt(o) : numberHash(value);
  if (value !== undefined) return textHash(value);
  const own = remembered.get(h);
  if (own !== undefined && own[0] === o) return own[1];
  const type = h.memory[o + Field.TYPE]!;
  if (type === Static.TUPLE_TYPE) return tupleHash(itemsOf(h, o).map((item) => hash64(h, item)));
  if (type === Static.FROZENSET_TYPE) return frozensetHash(elementsOf(h, o).map((item) => hash64(h, item)));
  const hash = h.classes.get(type)?.hash;
  return hash === undefined ? BigInt(o) : numberHash(hash(o));
}

function itemsOf(h: HeapState, o: number): readonly number[] {
  const start = h.memory[o + Field.START]!;
  return Array.from(h.memory.subarray(start, start + h.memory[o + Field.LENGTH]!));
}

/** Without the empty places of its table. */
function elementsOf(h: HeapState, o: number): readonly number[] {
  return itemsOf(h, o).filter((item) => item !== 0 && item !== Static.SET_DUMMY);
}
