/** Makes numbers and strings, and reads them. Mirrors `PyLong_FromLong`, `PyUnicode_FromString`, `PyNumber_Index`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { createBytes, createFloat, createInt, createStr } from "../../sim/objects/atom";
import { sharedStr } from "../../sim/objects/shared-str";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { normalised } from "./int-arithmetic";
import { callSpecial } from "./special-method";
import { isSubtype, typeName } from "./type-lookup";

/** An int, owned. Small ones are shared. @param value - Whole. */
export function makeInt(m: Machine, value: number | bigint): number {
  return createInt(m.h, normalised(value));
}

/** A float, owned: always a new one. */
export function makeFloat(m: Machine, value: number): number {
  return createFloat(m.h, value);
}

/** A str made at run time, owned: a new one, unless it is empty or one Latin-1 character, which exist once. */
export function makeStr(m: Machine, text: string): number {
  const shared = text.length > 1 ? 0 : sharedStr(m.h, text);
  if (shared === 0) return createStr(m.h, text);
  incref(m.h, shared);
  return shared;
}

/** A str that is a new one even when it is one character, owned: what a few operations make that do not look (`PyUnicode_New`). */
export function makeNewStr(m: Machine, text: string): number {
  return text === "" ? makeStr(m, text) : createStr(m.h, text);
}

/** A bytes object, owned. @param value - Kept; must not change afterwards. */
export function makeBytes(m: Machine, value: Uint8Array): number {
  const o = createBytes(m.h, value.length);
  m.h.payload.set(o, value);
  return o;
}

/** True or False, owned. */
export function makeBool(m: Machine, value: boolean): number {
  const o = value ? Static.TRUE : Static.FALSE;
  incref(m.h, o);
  return o;
}

/** None, owned. */
export function makeNone(m: Machine): number {
  incref(m.h, Static.NONE);
  return Static.NONE;
}

/** NotImplemented, owned: what a slot gives that does not know the other operand. */
export function makeNotImplemented(m: Machine): number {
  incref(m.h, m.notImplemented);
  return m.notImplemented;
}

/** Is it an int: an instance of int or of a subclass, bool included (`PyLong_Check`)? */
export function isInt(m: Machine, o: number): boolean {
  const type = m.h.memory[o + Field.TYPE]!;
  if (type === Static.INT_TYPE || type === Static.BOOL_TYPE) return true;
  return type !== Static.STR_TYPE && type !== Static.FLOAT_TYPE && isSubtype(m, type, Static.INT_TYPE);
}

/** Is it a float or an instance of a subclass (`PyFloat_Check`)? */
export function isFloat(m: Machine, o: number): boolean {
  const type = m.h.memory[o + Field.TYPE]!;
  if (type === Static.FLOAT_TYPE) return true;
  return type !== Static.STR_TYPE && type !== Static.INT_TYPE && isSubtype(m, type, Static.FLOAT_TYPE);
}

/** Is it a str or an instance of a subclass (`PyUnicode_Check`)? */
export function isStr(m: Machine, o: number): boolean {
  const type = m.h.memory[o + Field.TYPE]!;
  return type === Static.STR_TYPE || isSubtype(m, type, Static.STR_TYPE);
}

/** Is it a bytes object or an instance of a subclass (`PyBytes_Check`)? */
export function isBytes(m: Machine, o: number): boolean {
  const type = m.h.memory[o + Field.TYPE]!;
  return type === Static.BYTES_TYPE || isSubtype(m, type, Static.BYTES_TYPE);
}

/** The text of a str. @param o - A str. */
export function textOf(m: Machine, o: number): string {
  return m.h.payload.get(o) as string;
}

/** The value of an int. @param o - An int. */
export function intValue(m: Machine, o: number): number | bigint {
  return m.h.payload.get(o) as number | bigint;
}

/** The value of a float. @param o - A float. */
export function floatValue(m: Machine, o: number): number {
  return m.h.payload.get(o) as number;
}

/** What is in a bytes object. @param o - A bytes object. */
export function bytesOf(m: Machine, o: number): Uint8Array {
  return m.h.payload.get(o) as Uint8Array;
}

/** The whole number that `o` stands for, by its `__index__` (`PyNumber_Index`); null with TypeError set when it is none. */
export function intOf(m: Machine, o: number): number | bigint | null {
  if (isInt(m, o)) return intValue(m, o);
  const result = callSpecial(m, o, "__index__", []);
  if (result === null)
    return raise(m, "TypeError", `'${typeName(m, o)}' object cannot be interpreted as an integer`) || null;
  if (result === 0) return null;
  const value = isInt(m, result) ? intValue(m, result) : null;
  const type = typeName(m, result);
  decref(m.h, result);
  return value ?? (raise(m, "TypeError", `__index__ returned non-int (type ${type})`) || null);
}

/**
 * The same as a C `Py_ssize_t` (`PyNumber_AsSsize_t`): null with an exception set when it is no whole number or does not fit.
 *
 * @param overflow - The exception for a value that does not fit; null: it becomes the nearest one that does.
 */
export function sizeOf(m: Machine, o: number, overflow: string | null = "OverflowError"): number | null {
  const value = intOf(m, o);
  if (value === null || (value >= SMALLEST_SIZE && value <= LARGEST_SIZE))
    return value === null ? null : Number(value);
  if (overflow === null) return Number(value < 0 ? SMALLEST_SIZE : LARGEST_SIZE);
  return raise(m, overflow, `cannot fit '${typeName(m, o)}' into an index-sized integer`) || null;
}

const LARGEST_SIZE = 2n ** 63n - 1n;
const SMALLEST_SIZE = -(2n ** 63n);
