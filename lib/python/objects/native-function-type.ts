/** The types of built-in functions and methods, bound and unbound. Mirrors `PyCFunction_Type`, `PyMethodDescr_Type`, `PyWrapperDescr_Type`, `_PyMethodWrapper_Type`. */

import { createMemberObject, keepNative, type MemberType } from "../../sim/heap/member-object";
import { incref } from "../../sim/heap/refcount";
import { CompareOp } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { makeBool, makeNone, makeNotImplemented, makeStr } from "./make-atom";
import { boundSelf, callNative, nativeCallable } from "./native-function";
import type { NativeAttribute, NativeType, Slots } from "./native-type";
import { addressText } from "./text";
import { typeName, typeOf } from "./type-lookup";

/** `sizeof(PyCFunctionObject)`, `sizeof(wrapperobject)`. */
const FUNCTION_BYTES = 72;
const WRAPPER_BYTES = 48;

const attributes: readonly NativeAttribute[] = [
  { name: "__name__", get: (m, o) => makeStr(m, nativeCallable(m, o).definition.name) },
  { name: "__qualname__", get: (m, o) => makeStr(m, qualname(m, o)) },
  { name: "__doc__", get: (m) => makeNone(m) },
];

const call: NonNullable<Slots["call"]> = (m, o, args, keywords) => callNative(m, o, 0, args, keywords);

export const builtinFunctionType: NativeType = {
  name: "builtin_function_or_method",
  slots: { call, repr: functionRepr, compare, hash },
  attributes: [
    ...attributes,
    { name: "__module__", get: (m, o) => makeStr(m, nativeCallable(m, o).module) },
    { name: "__self__", get: (m, o) => owned(m, boundSelf(m, o)) },
  ],
};

export const methodDescriptorType: NativeType = {
  name: "method_descriptor",
  isMethod: true,
  slots: {
    call,
    get: (m, o, object) =>
      object === 0 ? owned(m, o) : bindNative(m, o, object, "builtin_function_or_method"),
    repr: (m, o) => `<method ${describe(m, o)}>`,
  },
  attributes,
};

export const classMethodDescriptorType: NativeType = {
  name: "classmethod_descriptor",
  slots: {
    call,
    get: (m, o, object, type) =>
      bindNative(m, o, object === 0 ? type : typeOf(m, object).id, "builtin_function_or_method"),
    repr: (m, o) => `<method ${describe(m, o)}>`,
  },
  attributes,
};

export const wrapperDescriptorType: NativeType = {
  name: "wrapper_descriptor",
  isMethod: true,
  slots: {
    call,
    get: (m, o, object) => (object === 0 ? owned(m, o) : bindNative(m, o, object, "method-wrapper")),
    repr: (m, o) => `<slot wrapper ${describe(m, o)}>`,
  },
  attributes,
};

export const methodWrapperType: NativeType = {
  name: "method-wrapper",
  slots: { call, repr: wrapperRepr, compare, hash },
  attributes: [...attributes, { name: "__self__", get: (m, o) => owned(m, boundSelf(m, o)) }],
};

/** What `object.f` is for a built-in method: it holds the object, and the collector knows it. */
function bindNative(
  m: Machine,
  descriptor: number,
  object: number,
  type: "builtin_function_or_method" | "method-wrapper",
): number {
  const layout: MemberType = { type: m.typeNames.get(type)!, members: ["m_self"], cleared: [] };
  const o = createMemberObject(m.h, layout, type === "method-wrapper" ? WRAPPER_BYTES : FUNCTION_BYTES, [
    object,
  ]);
  keepNative(m.h, o, nativeCallable(m, descriptor));
  return o;
}

function functionRepr(m: Machine, o: number): string {
  const { definition, owner } = nativeCallable(m, o);
  const self = boundSelf(m, o);
  if (self !== 0)
    return `<built-in method ${definition.name} of ${typeName(m, self)} object at ${addressText(m, self)}>`;
  if (owner === null) return `<built-in function ${definition.name}>`;
  return `<built-in method ${definition.name} of type object at ${addressText(m, owner.id)}>`;
}

function wrapperRepr(m: Machine, o: number): string {
  const self = boundSelf(m, o);
  const { name } = nativeCallable(m, o).definition;
  return `<method-wrapper '${name}' of ${typeName(m, self)} object at ${addressText(m, self)}>`;
}

function describe(m: Machine, o: number): string {
  const { definition, owner } = nativeCallable(m, o);
  return `'${definition.name}' of '${owner!.name}' objects`;
}

function qualname(m: Machine, o: number): string {
  const { definition, owner } = nativeCallable(m, o);
  return owner === null ? definition.name : `${owner.name}.${definition.name}`;
}

/** Equal when they are the same function of the same object. */
function compare(m: Machine, op: number, a: number, b: number): number {
  if (typeOf(m, a) !== typeOf(m, b) || (op !== CompareOp.EQ && op !== CompareOp.NE))
    return makeNotImplemented(m);
  const same = nativeCallable(m, a) === nativeCallable(m, b) && boundSelf(m, a) === boundSelf(m, b);
  return makeBool(m, same === (op === CompareOp.EQ));
}

function hash(m: Machine, o: number): bigint {
  const self = boundSelf(m, o);
  return BigInt(self) ^ BigInt(nativeCallable(m, o).definition.name.length);
}

/** @param o - 0 = there is none. */
function owned(m: Machine, o: number): number {
  if (o === 0) return raise(m, "AttributeError", "a built-in function has no __self__ here");
  incref(m.h, o);
  return o;
}
