/**
 * What LOAD_NAME, STORE_NAME and LOAD_GLOBAL remember: where in the dict the name stood. The entry's key tells whether it
 * still does. Mirrors `LOAD_GLOBAL_MODULE`, `LOAD_GLOBAL_BUILTIN`.
 */

import { Field, Layout, State } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { slotOfKey } from "../../sim/objects/dict";
import type { Machine } from "./machine";

/** Key and value of an entry of a dict: `dict_traverse` visits the value first. */
const KEY = 1;

/** What the name stands for in this dict, borrowed; 0 = not remembered. @param cache - The cache word. */
export function cachedName(
  m: Machine,
  dict: number,
  name: number,
  instructions: Int32Array,
  cache: number,
): number {
  const { memory } = m.h;
  const i = instructions[cache]! - 1;
  if (i < 0 || i >= memory[dict + Field.LENGTH]!) return 0;
  const at = memory[dict + Field.START]! + i;
  return memory[at + KEY] === name ? memory[at]! : 0;
}

/**
 * STORE_NAME, STORE_GLOBAL at the place that an instruction remembers. The caller's reference moves there.
 *
 * @returns false when it does not know, or the dict is one that is not tracked yet.
 */
export function storeCachedName(
  m: Machine,
  dict: number,
  name: number,
  value: number,
  instructions: Int32Array,
  cache: number,
): boolean {
  const { memory } = m.h;
  const i = instructions[cache]! - 1;
  if (i < 0 || i >= memory[dict + Field.LENGTH]! || memory[dict + Field.GC_NEXT] === 0) return false;
  const at = memory[dict + Field.START]! + i;
  const old = memory[at]!;
  if (memory[at + KEY] !== name || old === 0) return false;
  memory[at] = value;
  decref(m.h, old);
  return true;
}

/** Remember where the name stands in the dict. */
export function rememberName(
  m: Machine,
  dict: number,
  name: number,
  instructions: Int32Array,
  cache: number,
): void {
  instructions[cache] = slotOfKey(m.h, dict, name) + 1;
  instructions[cache + 1] = 0;
}

/** The same in the built-ins, as long as the globals get no new name. The second cache word holds when that was. */
export function rememberBuiltin(
  m: Machine,
  globals: number,
  name: number,
  instructions: Int32Array,
  cache: number,
): void {
  m.h.memory[globals + Field.LAYOUT]! |= Layout.NAMESPACE;
  instructions[cache] = slotOfKey(m.h, m.builtins.id, name) + 1;
  instructions[cache + 1] = m.h.memory[State.NAMES_ADDED]! + 1;
}

/** What LOAD_GLOBAL remembers: of the built-ins if it has a time, else of the globals. Borrowed; 0 = nothing. */
export function cachedGlobal(
  m: Machine,
  globals: number,
  name: number,
  instructions: Int32Array,
  cache: number,
): number {
  const since = instructions[cache + 1]!;
  if (since === 0) return cachedName(m, globals, name, instructions, cache);
  if (since !== m.h.memory[State.NAMES_ADDED]! + 1) return 0;
  return cachedName(m, m.builtins.id, name, instructions, cache);
}
