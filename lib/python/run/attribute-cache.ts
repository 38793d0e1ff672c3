/**
 * What LOAD_ATTR, STORE_ATTR and LOAD_METHOD remember: the version of the type, and where in its instances the attribute is,
 * or which method. Mirrors `LOAD_ATTR_INSTANCE_VALUE`, `STORE_ATTR_INSTANCE_VALUE`, `LOAD_METHOD_WITH_VALUES`.
 *
 * Invariant: a version that is remembered is that of a type whose instances keep their values themselves, and nothing of
 * the type or its bases has changed since. The collector's and the instance's own dict are no concern: `MANAGED_DICT` is
 * looked at each time.
 */

import { Field, Layout } from "../../sim/heap/memory-map";

import { setAttributeAt } from "../../sim/objects/instance";
import { isOutOfOrder } from "../../sim/objects/split-values";
import { lookupType, typeOf } from "../objects/type-lookup";
import type { TypeObject } from "../objects/type-object";
import type { Machine } from "./machine";
import { rememberVersion } from "./version-table";

/** The attribute that an instruction remembers, borrowed; 0 = it does not know. @param cache - Its cache words. */
export function cachedAttribute(m: Machine, o: number, instructions: Int32Array, cache: number): number {
  const { memory } = m.h;
  if (m.versions[memory[o + Field.TYPE]! >> 3] !== instructions[cache]) return 0;
  const i = instructions[cache + 1]!;
  if ((memory[o + Field.LAYOUT]! & Layout.MANAGED_DICT) !== 0 || i >= memory[o + Field.LENGTH]!) return 0;
  return memory[memory[o + Field.START]! + i]!;
}

/** Store at the place that an instruction remembers. @returns false when it does not know. */
export function storeCached(
  m: Machine,
  o: number,
  value: number,
  instructions: Int32Array,
  cache: number,
): boolean {
  const { h } = m;
  const { memory } = h;
  if (m.versions[memory[o + Field.TYPE]! >> 3] !== instructions[cache]) return false;
  const i = instructions[cache + 1]!;
  if ((memory[o + Field.LAYOUT]! & Layout.MANAGED_DICT) !== 0 || isOutOfOrder(h, o, i)) return false;
  setAttributeAt(h, o, i, value);
  return true;
}

/** The method that an instruction remembers, borrowed; 0 = it does not know. */
export function cachedMethod(m: Machine, o: number, instructions: Int32Array, cache: number): number {
  const { memory } = m.h;
  if (m.versions[memory[o + Field.TYPE]! >> 3] !== instructions[cache]) return 0;
  return (memory[o + Field.LAYOUT]! & Layout.MANAGED_DICT) === 0 ? instructions[cache + 1]! : 0;
}

/** LOAD_ATTR, STORE_ATTR have gone the long way: may they take the short one from now on? */
export function rememberPlace(
  m: Machine,
  o: number,
  name: number,
  instructions: Int32Array,
  cache: number,
): void {
  const type = typeOf(m, o);
  const { record, slots } = type;
  if (!keepsPlainValues(type) || slots.getAttribute !== undefined || slots.setAttribute !== undefined) return;
  const i = record!.sharedSlotOf(m.h.payload.get(name) as string);
  if (i < record!.slotCount || lookupType(m, type, name) !== 0) return;
  instructions[cache] = rememberVersion(m, type);
  instructions[cache + 1] = i;
}

/** The same for LOAD_METHOD, which has found `method` in the type. */
export function rememberMethod(
  m: Machine,
  o: number,
  method: number,
  instructions: Int32Array,
  cache: number,
): void {
  const type = typeOf(m, o);
  const hasAttributes = type.record !== null || type.slots.dict !== undefined;
  if (hasAttributes && !keepsPlainValues(type)) return;
  instructions[cache] = rememberVersion(m, type);
  instructions[cache + 1] = method;
}

/** Have its instances no attributes but the values of names that the class knows? */
function keepsPlainValues({ record, slots }: TypeObject): boolean {
  return record !== null && slots.dict === undefined && !record.keepsDictObject;
}
