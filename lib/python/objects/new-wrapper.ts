/** `T.__new__` of a built-in type. Mirrors `tp_new_wrapper` in `Objects/typeobject.c`. */

import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { createInstanceOf } from "./construct";
import type { Keywords, NativeDefinition } from "./native-type";
import { isSubtype, typeName } from "./type-lookup";
import type { TypeObject } from "./type-object";

/** The function, which makes an instance of its first argument: the type or a class that inherits from it. */
export function newWrapper(type: TypeObject): NativeDefinition {
  return {
    name: "__new__",
    most: Number.POSITIVE_INFINITY,
    keywords: "any",
    kind: "static",
    call: (m, args, keywords) => makeNew(m, type, args, keywords),
  };
}

function makeNew(
  m: Machine,
  owner: TypeObject,
  [cls, ...args]: readonly number[],
  keywords: Keywords,
): number {
  const { name } = owner;
  if (cls === undefined) return raise(m, "TypeError", `${name}.__new__(): not enough arguments`);
  const type = m.types.get(cls);
  if (type === undefined)
    return raise(m, "TypeError", `${name}.__new__(X): X is not a type object (${typeName(m, cls)})`);
  if (!isSubtype(m, cls, owner.id))
    return raise(m, "TypeError", `${name}.__new__(${type.name}): ${type.name} is not a subtype of ${name}`);
  const { native } = type;
  if (owner.id === Static.OBJECT_TYPE && native.name !== "object")
    return raise(m, "TypeError", `object.__new__(${type.name}) is not safe, use ${native.name}.__new__()`);
  return createInstanceOf(m, type, args, keywords);
}
