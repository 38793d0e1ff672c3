/** `format(o, spec)`. Mirrors `PyObject_Format` in `Objects/abstract.c`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { makeStr, textOf } from "./make-atom";
import { enterRecursiveCall, leaveRecursiveCall } from "./recursive-call";
import { asciiObject, reprObject, strObject } from "./text";
import { typeOf } from "./type-lookup";

/** The text that the type's `__format__` gives; null = exception set. @param spec - What stands behind the colon. */
export function format(m: Machine, o: number, spec: string): string | null {
  if (!enterRecursiveCall(m, m.rules.texts.recursion)) return null;
  const text = typeOf(m, o).slots.format!(m, o, spec);
  leaveRecursiveCall(m);
  return text;
}

/** The same as an object, owned; 0 = exception set. A str that the spec does not change is itself. */
export function formatObject(m: Machine, o: number, spec: string): number {
  if (spec === "" && m.h.memory[o + Field.TYPE] === Static.INT_TYPE) return strObject(m, o);
  const text = format(m, o, spec);
  if (text === null) return 0;
  if (m.h.memory[o + Field.TYPE] !== Static.STR_TYPE || text !== textOf(m, o)) return makeStr(m, text);
  incref(m.h, o);
  return o;
}

/** What `!s`, `!r` or `!a` makes of an object, owned; 0 = exception set. */
export function convert(m: Machine, o: number, conversion: "s" | "r" | "a"): number {
  if (conversion === "s") return strObject(m, o);
  return conversion === "r" ? reprObject(m, o) : asciiObject(m, o);
}
