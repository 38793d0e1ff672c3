/** `type`, the class of classes. Mirrors `PyType_Type` in `Objects/typeobject.c`. */

import { incref } from "../../sim/heap/refcount";
import { slot } from "../../sim/heap/slot";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { createTuple } from "../../sim/objects/tuple";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { construct } from "./construct";
import { directory } from "./directory";
import { makeNone, makeStr, textOf } from "./make-atom";
import { makeList } from "./make-container";
import { mappingProxy } from "./mapping-proxy";
import type { Keywords, NativeAttribute, NativeDefinition, NativeType } from "./native-type";
import { fullName } from "./object-type";
import { classText, getTypeAttribute, setTypeAttribute } from "./type-attribute";
import { isSubtype, ownAttribute, typeOf } from "./type-lookup";
import { typeNew } from "./type-new";
import type { TypeObject } from "./type-object";

const attributes: readonly NativeAttribute[] = [
  {
    name: "__name__",
    get: (m, o) => makeStr(m, known(m, o).name),
    set: (m, o, value) => rename(m, o, "name", value),
  },
  {
    name: "__qualname__",
    get: (m, o) => makeStr(m, known(m, o).qualname),
    set: (m, o, value) => rename(m, o, "qualname", value),
  },
  { name: "__module__", get: (m, o) => makeStr(m, classText(m, o, "__module__") ?? known(m, o).module) },
  { name: "__mro__", get: (m, o) => tupleOf(m, o, "mro") },
  { name: "__bases__", get: (m, o) => tupleOf(m, o, "bases") },
  {
    name: "__base__",
    get: (m, o) => owned(m, known(m, o).record === null ? firstBase(m, o) : slot(m.h, o, 3)),
  },
  { name: "__dict__", get: (m, o) => mappingProxy(m, o) },
  {
    name: "__doc__",
    get: (m, o) => owned(m, ownAttribute(m, known(m, o), internedStr(m.h, "__doc__")) || Static.NONE),
  },
];

const methods: readonly NativeDefinition[] = [
  { name: "mro", call: (m, [o]) => listOf(m, known(m, o!).mro) },
  { name: "__subclasses__", call: (m, [o]) => listOf(m, [...known(m, o!).subclasses]) },
  { name: "__dir__", call: (m, [o]) => directory(m, o!) },
];

export const typeType: NativeType = {
  name: "type",
  id: Static.TYPE_TYPE,
  subclassable: true,
  slots: {
    create,
    call: callType,
    repr: (m, o) => `<class '${fullName(known(m, o))}'>`,
    getAttribute: getTypeAttribute,
    setAttribute: setTypeAttribute,
  },
  methods,
  attributes,
};

/** `type(o)` is a question; anything else makes an instance of the class that is called. */
function callType(m: Machine, o: number, args: readonly number[], keywords: Keywords): number {
  const [first] = args;
  if (o === Static.TYPE_TYPE && first !== undefined && args.length === 1 && keywords === null)
    return owned(m, typeOf(m, first).id);
  return construct(m, o, args, keywords);
}

/** `type(name, bases, dict)`. */
function create(m: Machine, _: number, args: readonly number[]): number {
  const [name, bases, namespace] = args;
  if (name === undefined || bases === undefined || namespace === undefined || args.length > 3)
    return raise(m, "TypeError", "type() takes 1 or 3 arguments");
  const isRight =
    isSubtype(m, typeOf(m, name).id, Static.STR_TYPE) &&
    isSubtype(m, typeOf(m, bases).id, Static.TUPLE_TYPE) &&
    isSubtype(m, typeOf(m, namespace).id, Static.DICT_TYPE);
  if (!isRight) return raise(m, "TypeError", "type.__new__() takes a str, a tuple and a dict");
  return typeNew(m, textOf(m, name), bases, namespace);
}

function known(m: Machine, o: number): TypeObject {
  return m.types.get(o)!;
}

function firstBase(m: Machine, o: number): number {
  return known(m, o).bases[0]?.id ?? Static.NONE;
}

/** A class of the program has the tuple; of a built-in one it is made when somebody asks. */
function tupleOf(m: Machine, o: number, what: "mro" | "bases"): number {
  const type = known(m, o);
  const stored = type.record === null ? 0 : slot(m.h, o, what === "mro" ? 1 : 2);
  if (stored !== 0) return owned(m, stored);
  if (type.record !== null) return makeNone(m);
  return createTuple(
    m.h,
    type[what].map(({ id }) => id),
  );
}

function listOf(m: Machine, types: readonly TypeObject[]): number {
  for (const { id } of types) incref(m.h, id);
  return makeList(
    m,
    types.map(({ id }) => id),
  );
}

function rename(m: Machine, o: number, what: "name" | "qualname", value: number): boolean {
  const type = known(m, o);
  const attribute = `__${what}__`;
  if (type.record === null) {
    raise(m, "TypeError", `cannot set '${attribute}' attribute of immutable type '${type.name}'`);
    return false;
  }
  if (value === 0 || typeOf(m, value).id !== Static.STR_TYPE) {
    raise(m, "TypeError", `can only assign string to ${type.name}.${attribute}`);
    return false;
  }
  type[what] = textOf(m, value);
  return true;
}

function owned(m: Machine, o: number): number {
  incref(m.h, o);
  return o;
}
