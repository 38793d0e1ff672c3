/** Keys with their own `__eq__` and `__hash__`: where a dict or set has an equal one. Mirrors `lookdict`, `set_lookkey`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { keysOf, slotOfKey } from "../../sim/objects/dict";
import { rememberHash } from "../../sim/objects/hash";
import { hasElement } from "../../sim/objects/set";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { equals } from "./compare";
import { hashOf } from "./hash-object";
import { itemsOf } from "./make-container";

/** The keys of one container by hash. A key may have left the container meanwhile: each is looked up before it counts. */
interface KeyIndex {
  /** The key table of the container for which it was made: tells a container from the next one in its place. */
  table: object | undefined;
  readonly byHash: Map<bigint, number[]>;
}

/** Of the containers that ever saw such a key. */
const indexes = new WeakMap<Machine, Map<number, KeyIndex>>();

/** Has this dict or set seen a key with its own `__eq__`? Then every key may be equal to one. */
export function hasKeyIndex(m: Machine, container: number): boolean {
  return indexes.get(m)?.has(container) === true;
}

/**
 * The key that is equal to `o`, else `o` itself, which the container then knows of. 0 = exception set.
 *
 * @param hash - Of `o`. It is remembered for what is found, so that lib/sim does not ask for it.
 */
export function findEqualKey(m: Machine, container: number, o: number, hash: bigint): number {
  const index = indexFor(m, container);
  if (index === null) return 0;
  const candidates = index.byHash.get(hash) ?? [];
  for (const candidate of [...candidates]) {
    rememberHash(m.h, candidate, hash);
    if (!isKey(m, container, candidate)) {
      candidates.splice(candidates.indexOf(candidate), 1);
      continue;
    }
    const same = candidate === o ? 1 : equalTo(m, candidate, o);
    if (same === 0) continue;
    rememberHash(m.h, candidate, hash);
    return same < 0 ? 0 : candidate;
  }
  candidates.push(o);
  index.byHash.set(hash, candidates);
  rememberHash(m.h, o, hash);
  return o;
}

/** The key of the container is the left operand, and lives through the comparison. */
function equalTo(m: Machine, key: number, o: number): number {
  incref(m.h, key);
  const same = equals(m, key, o);
  decref(m.h, key);
  return same;
}

/** Null = exception set: the keys that are there already had to be hashed. */
function indexFor(m: Machine, container: number): KeyIndex | null {
  const known = indexes.get(m) ?? new Map<number, KeyIndex>();
  indexes.set(m, known);
  const table = m.h.dicts.get(container) ?? m.h.sets.get(container);
  const index = known.get(container);
  if (index !== undefined && (index.table === undefined || index.table === table)) {
    index.table = table;
    return index;
  }
  const made = indexOfKeys(m, container, table);
  if (made !== null) known.set(container, made);
  return made;
}

function indexOfKeys(m: Machine, container: number, table: object | undefined): KeyIndex | null {
  const byHash = new Map<bigint, number[]>();
  for (const key of keysIn(m, container)) {
    const hash = hashOf(m, key);
    if (hash === null) return null;
    byHash.set(hash, [...(byHash.get(hash) ?? []), key]);
  }
  return { table, byHash };
}

function keysIn(m: Machine, container: number): readonly number[] {
  if (m.h.memory[container + Field.TYPE] === Static.DICT_TYPE || m.h.dicts.has(container))
    return keysOf(m.h, container);
  return itemsOf(m, container).filter((item) => item !== 0 && item !== Static.SET_DUMMY);
}

function isKey(m: Machine, container: number, o: number): boolean {
  if (m.h.memory[o + Field.REFCNT] === 0) return false;
  return m.h.sets.has(container) ? hasElement(m.h, container, o) : slotOfKey(m.h, container, o) >= 0;
}
