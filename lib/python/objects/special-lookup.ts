/** Special methods of an object by way of its type: what the object itself has for the name does not count. Mirrors `lookup_method` in `Objects/typeobject.c`. */

import { internedStr } from "../../sim/objects/interned-str";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { bind } from "./attribute";
import { callSpecial } from "./special-method";
import { lookupType, typeOf } from "./type-lookup";

/** The bound method, owned; 0 with AttributeError set when the type has none. */
export function getAttributeOfType(m: Machine, o: number, name: string): number {
  const type = typeOf(m, o);
  const found = lookupType(m, type, internedStr(m.h, name));
  return found === 0 ? raise(m, "AttributeError", name) : bind(m, found, o, type);
}

/** Call the method, which should be there. @returns its result, owned; 0 = exception set. */
export function callMethodOf(m: Machine, o: number, name: string, args: readonly number[]): number {
  return callSpecial(m, o, name, args) ?? raise(m, "AttributeError", name);
}
