/** `super()`: the attributes that a class further on in the mro has. Mirrors `Objects/typeobject.c`. */

import { createMemberObject } from "../../sim/heap/member-object";
import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { slot } from "../../sim/heap/slot";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { bind, genericGetAttribute } from "./attribute";
import { fill } from "./fill";
import { textOf } from "./make-atom";
import type { Keywords, NativeAttribute, NativeType } from "./native-type";
import { superArguments } from "./super-arguments";
import { isSubtype, ownAttribute, typeName, typeOf } from "./type-lookup";
import type { TypeObject } from "./type-object";

/** `superobject`. */
const MEMBERS: readonly string[] = ["obj", "type", "obj_type"];
const SUPER_BYTES = 56;
const enum Part {
  OBJECT = 0,
  TYPE = 1,
  OBJECT_TYPE = 2,
}

export const superType: NativeType = {
  name: "super",
  slots: { create, getAttribute, repr },
  attributes: [
    reader("__thisclass__", Part.TYPE),
    reader("__self__", Part.OBJECT),
    reader("__self_class__", Part.OBJECT_TYPE),
  ],
};

/** `super()`, `super(type)`, `super(type, object)`. */
function create(m: Machine, type: number, args: readonly number[], _keywords: Keywords): number {
  const given = args.length === 0 ? superArguments(m) : args;
  if (given === null) return 0;
  const [cls = 0, object = 0] = given;
  if (!m.types.has(cls)) return raise(m, "TypeError", fill(m.rules.texts.badSuperType, typeName(m, cls)));
  const objectType = object === 0 || object === Static.NONE ? 0 : checked(m, cls, object);
  if (objectType === 0 && m.error !== 0) return 0;
  const values = [objectType === 0 ? 0 : object, cls, objectType];
  return createMemberObject(m.h, { type, members: MEMBERS }, SUPER_BYTES, values);
}

/** The type in whose mro to look: the object itself when that is a class, else its type (`supercheck`). */
function checked(m: Machine, cls: number, object: number): number {
  if (m.types.has(object) && isSubtype(m, object, cls)) return object;
  const type = typeOf(m, object);
  if (isSubtype(m, type.id, cls)) return type.id;
  const what = m.types.has(object) ? `type ${m.types.get(object)!.name}` : `instance of ${type.name}`;
  return raise(m, "TypeError", fill(m.rules.texts.badSuperObject, what, m.types.get(cls)!.name));
}

/** What comes behind the class in the mro of the object's type; `__class__` and what is not found is its own. */
function getAttribute(m: Machine, o: number, name: number): number {
  const objectType = m.types.get(slot(m.h, o, Part.OBJECT_TYPE));
  if (objectType === undefined || textOf(m, name) === "__class__") return genericGetAttribute(m, o, name);
  const object = slot(m.h, o, Part.OBJECT);
  for (const type of behind(m, o, objectType)) {
    const found = ownAttribute(m, type, name);
    if (found !== 0) return bind(m, found, object === objectType.id ? 0 : object, objectType);
  }
  return genericGetAttribute(m, o, name);
}

function behind(m: Machine, o: number, { mro }: TypeObject): readonly TypeObject[] {
  return mro.slice(mro.indexOf(m.types.get(slot(m.h, o, Part.TYPE))!) + 1);
}

function repr(m: Machine, o: number): string {
  const cls = m.types.get(slot(m.h, o, Part.TYPE))!.name;
  const object = slot(m.h, o, Part.OBJECT_TYPE);
  return `<super: <class '${cls}'>, ${object === 0 ? "NULL" : `<${m.types.get(object)!.name} object>`}>`;
}

function reader(name: string, part: Part): NativeAttribute {
  return {
    name,
    get: (m, o) => {
      const value = m.h.memory[m.h.memory[o + Field.START]! + part]! || Static.NONE;
      incref(m.h, value);
      return value;
    },
  };
}
