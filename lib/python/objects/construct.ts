/** Calling a type. Mirrors `type_call`, `object_new`, `object_init` in `Objects/typeobject.c`. */

import { decref } from "../../sim/heap/refcount";
import { createInstance } from "../../sim/objects/instance";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { call } from "../run/call";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { bind } from "./attribute";
import { nativeCallable } from "./native-function";
import { nativeSubclassInstance } from "./native-subclass";
import type { Keywords } from "./native-type";
import { isSubtype, lookupType, typeName, typeOf } from "./type-lookup";
import type { TypeObject } from "./type-object";

/** `T(*args, **keywords)`: `__new__`, then `__init__`. The result is owned; 0 = exception set. */
export function construct(m: Machine, cls: number, args: readonly number[], keywords: Keywords): number {
  const type = m.types.get(cls)!;
  const o = callNew(m, type, args, keywords);
  if (o === 0 || !isSubtype(m, typeOf(m, o).id, cls)) return o;
  if (initialize(m, o, args, keywords)) return o;
  decref(m.h, o);
  return 0;
}

/** `tp_new`: an instance that is not initialised, unless the type makes and fills its instances at once. */
export function createInstanceOf(
  m: Machine,
  type: TypeObject,
  args: readonly number[],
  keywords: Keywords,
): number {
  const { create } = type.slots;
  if (create === undefined) return raise(m, "TypeError", `cannot create '${type.name}' instances`);
  if (type.record === null || type.native.createsSubclasses === true)
    return create(m, type.id, args, keywords);
  if (type.native.id !== Static.OBJECT_TYPE) return nativeSubclassInstance(m, type, args, keywords);
  return excessArguments(m, type, args, keywords, "__new__") ? 0 : createInstance(m.h, type.record);
}

/** `object.__init__`. @returns false with an exception set. */
export function initializeObject(
  m: Machine,
  o: number,
  args: readonly number[],
  keywords: Keywords,
): boolean {
  return !excessArguments(m, typeOf(m, o), args, keywords, "__init__");
}

function callNew(m: Machine, type: TypeObject, args: readonly number[], keywords: Keywords): number {
  const found = lookupType(m, type, internedStr(m.h, "__new__"));
  if (isNative(found)) return createInstanceOf(m, type, args, keywords);
  const make = bind(m, found, 0, type);
  if (make === 0) return 0;
  const o = call(m, make, [type.id, ...args], keywords);
  decref(m.h, make);
  return o;
}

/** `tp_init`: nothing more for a built-in type, which has filled its instance already. */
function initialize(m: Machine, o: number, args: readonly number[], keywords: Keywords): boolean {
  const type = typeOf(m, o);
  if (type.record === null) return true;
  const found = lookupType(m, type, internedStr(m.h, "__init__"));
  if (isNative(found)) return isNone(m, nativeCallable(m, found).definition.call(m, [o, ...args], keywords));
  const init = bind(m, found, o, type);
  if (init === 0) return false;
  const result = call(m, init, args, keywords);
  decref(m.h, init);
  return isNone(m, result);
}

/** @param result - Of `__init__`, owned; it is given up. */
function isNone(m: Machine, result: number): boolean {
  if (result === 0) return false;
  const nothing = result === Static.NONE;
  if (!nothing) raise(m, "TypeError", `__init__() should return None, not '${typeName(m, result)}'`);
  decref(m.h, result);
  return nothing;
}

/** `object` takes no arguments, unless the class overrides the other of `__new__` and `__init__`. */
function excessArguments(
  m: Machine,
  type: TypeObject,
  args: readonly number[],
  keywords: Keywords,
  step: "__new__" | "__init__",
): boolean {
  if (args.length === 0 && (keywords === null || keywords.size === 0)) return false;
  const other = step === "__new__" ? "__init__" : "__new__";
  if (!isObjects(m, type, step)) {
    const what = step === "__new__" ? "the type to instantiate" : "the instance to initialize";
    raise(m, "TypeError", `object.${step}() takes exactly one argument (${what})`);
    return true;
  }
  if (!isObjects(m, type, other)) return false;
  const ofInit = ".__init__() takes exactly one argument (the instance to initialize)";
  raise(m, "TypeError", `${type.name}${step === "__new__" ? "() takes no arguments" : ofInit}`);
  return true;
}

/** Is a name of the type what `object` has for it? */
function isObjects(m: Machine, type: TypeObject, name: string): boolean {
  const key = internedStr(m.h, name);
  return lookupType(m, type, key) === lookupType(m, m.types.get(Static.OBJECT_TYPE)!, key);
}

function isNative(o: number): boolean {
  return o !== 0 && o < Static.FIRST_ALLOCATED;
}
