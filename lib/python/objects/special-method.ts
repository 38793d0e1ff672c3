/** Calls of special methods by native code. Mirrors `lookup_maybe_method` and `vectorcall_unbound` in `Objects/typeobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { call } from "../run/call";
import type { Machine } from "../run/machine";
import { bind } from "./attribute";
import { lookupType, typeOf } from "./type-lookup";

/**
 * Call a method that the type of `o` has; an attribute of `o` itself does not count. No bound method is made where none is
 * needed.
 *
 * @param name - For example `__index__`.
 * @returns null when the type has no such method; 0 with an exception set; else the result, owned.
 */
export function callSpecial(m: Machine, o: number, name: string, args: readonly number[]): number | null {
  const type = typeOf(m, o);
  const method = lookupType(m, type, internedStr(m.h, name));
  if (method === 0) return null;
  const isFunction = m.h.memory[method + Field.TYPE] === Static.FUNCTION_TYPE;
  if (isFunction || typeOf(m, method).native.isMethod === true) return call(m, method, [o, ...args]);
  const bound = bind(m, method, o, type);
  if (bound === 0) return 0;
  const result = call(m, bound, args);
  decref(m.h, bound);
  return result;
}
