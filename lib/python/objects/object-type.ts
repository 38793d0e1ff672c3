/** `object`. Mirrors `PyBaseObject_Type` in `Objects/typeobject.c`. */

import { decref, incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { CompareOp } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { genericGetAttribute } from "./attribute";
import { setGenericAttribute } from "./attribute-store";
import { initializeObject } from "./construct";
import { directory } from "./directory";
import { internedName } from "./interned-name";
import { makeNone, makeNotImplemented } from "./make-atom";
import type { NativeDefinition, NativeType } from "./native-type";
import { createPlainObject } from "./plain-object";
import { addressText, repr, str } from "./text";
import { isTrue } from "./truth";
import { typeName, typeOf } from "./type-lookup";
import type { TypeObject } from "./type-object";

const any = Number.POSITIVE_INFINITY;

const methods: readonly NativeDefinition[] = [
  {
    name: "__init__",
    most: any,
    keywords: "any",
    call: (m, [o, ...args], keywords) => (initializeObject(m, o!, args, keywords) ? makeNone(m) : 0),
  },
  {
    name: "__getattribute__",
    least: 1,
    call: (m, [o, name]) => genericGetAttribute(m, o!, internedName(m, name!)),
  },
  {
    name: "__setattr__",
    least: 2,
    call: (m, [o, name, value]) =>
      setGenericAttribute(m, o!, internedName(m, name!), value!) ? makeNone(m) : 0,
  },
  {
    name: "__delattr__",
    least: 1,
    call: (m, [o, name]) => (setGenericAttribute(m, o!, internedName(m, name!), 0) ? makeNone(m) : 0),
  },
  { name: "__dir__", call: (m, [o]) => directory(m, o!) },
  { name: "__init_subclass__", kind: "class", call: (m) => makeNone(m) },
];

export const objectType: NativeType = {
  name: "object",
  id: Static.OBJECT_TYPE,
  subclassable: true,
  slots: {
    // Made by construct.ts; this is `object()` itself.
    create: (m, type, args, keywords) => createPlainObject(m, type, args.length + (keywords?.size ?? 0)),
    repr: (m, o) => `<${fullName(typeOf(m, o))} object at ${addressText(m, o)}>`,
    str: (m, o) => repr(m, o),
    format: formatObject,
    hash: (_, o) => BigInt(o),
    compare: compareIdentity,
  },
  methods,
  attributes: [{ name: "__class__", get: (m, o) => owned(m, typeOf(m, o).id), set: refuseClass }],
};

/** `module.qualname`, without the module for built-ins. */
export function fullName(type: TypeObject): string {
  return type.module === "builtins" ? type.qualname : `${type.module}.${type.qualname}`;
}

/** Identity; `!=` is the opposite of what `__eq__` says (`object_richcompare`). */
export function compareIdentity(m: Machine, op: number, a: number, b: number): number {
  if (op === CompareOp.EQ && a === b) return owned(m, Static.TRUE);
  if (op !== CompareOp.NE) return makeNotImplemented(m);
  const { compare } = typeOf(m, a).slots;
  const equal = compare === undefined ? makeNotImplemented(m) : compare(m, CompareOp.EQ, a, b);
  if (equal === 0 || equal === m.notImplemented) return equal;
  const truth = isTrue(m, equal);
  decref(m.h, equal);
  return truth < 0 ? 0 : owned(m, truth === 1 ? Static.FALSE : Static.TRUE);
}

function formatObject(m: Machine, o: number, spec: string): string | null {
  if (spec === "") return str(m, o);
  raise(m, "TypeError", `unsupported format string passed to ${typeName(m, o)}.__format__`);
  return null;
}

/** Simplified: an object keeps its class; `o.__class__ = D` is refused with NotImplementedError. */
function refuseClass(m: Machine, o: number, value: number): boolean {
  const action = value === 0 ? "is deleted" : "gets another class";
  raise(
    m,
    "NotImplementedError",
    `__class__ of a '${typeName(m, o)}' object ${action}: in this simulator an object keeps its class`,
  );
  return false;
}

function owned(m: Machine, o: number): number {
  incref(m.h, o);
  return o;
}
