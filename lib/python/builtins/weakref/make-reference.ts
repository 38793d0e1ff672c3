/** Making a weak reference whose callback is an object of the program. Mirrors `weakref___new__`, `PyWeakref_NewProxy`. */

import { decref } from "../../../sim/heap/refcount";
import { isWeaklyReferable } from "../../../sim/heap/weakly-referable";
import { Static } from "../../../sim/objects/static-object";
import { createWeakref, type WeakrefMaking } from "../../../sim/objects/weakref-list";
import { typeName } from "../../objects/type-lookup";
import { call } from "../../run/call";
import { raise } from "../../run/error";
import type { Machine } from "../../run/machine";
import { writeUnraisable } from "../sys/unraisable-hook";

/**
 * A weak reference to `o`, owned.
 *
 * @param callback - None = none.
 * @param making - Absent: a plain `ref`.
 */
export function makeReference(m: Machine, o: number, callback: number, making?: WeakrefMaking): number {
  if (!isWeaklyReferable(m.h, o) && !isBuiltinFunction(m, o))
    return raise(m, "TypeError", `cannot create weak reference to '${typeName(m, o)}' object`);
  if (callback === Static.NONE) return createWeakref(m.h, o, null, 0, making);
  return createWeakref(m.h, o, (ref) => callCallback(m, callback, ref), callback, making);
}

/** The caller holds the callback. A pending exception of the program is kept. */
function callCallback(m: Machine, callback: number, ref: number): void {
  const pending = m.error;
  m.error = 0;
  const result = call(m, callback, [ref]);
  if (result === 0) writeUnraisable(m, callback);
  else decref(m.h, result);
  m.error = pending;
}

function isBuiltinFunction(m: Machine, o: number): boolean {
  return typeName(m, o) === "builtin_function_or_method";
}
