/** The type of bound methods, `o.f`. Mirrors `Objects/classobject.c`. */

import { decref, incref } from "../../sim/heap/refcount";
import { slot } from "../../sim/heap/slot";
import { createBoundMethod } from "../../sim/objects/bound-method";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { CompareOp } from "../compile/opcode";
import { call } from "../run/call";
import { clearError, errorIs, raise } from "../run/error";
import type { Machine } from "../run/machine";
import { genericGetAttribute, getAttribute } from "./attribute";
import { hashOf } from "./hash-object";
import { makeBool, makeNotImplemented, textOf } from "./make-atom";
import type { NativeType } from "./native-type";
import { repr } from "./text";
import { lookupType, typeOf } from "./type-lookup";

export const methodType: NativeType = {
  name: "method",
  id: Static.METHOD_TYPE,
  slots: {
    create: (m, _, args) => create(m, args),
    call: (m, o, args, keywords) => call(m, functionOf(m, o), [selfOf(m, o), ...args], keywords),
    repr: reprOf,
    compare,
    hash: (m, o) => hash(m, o),
    getAttribute: getMethodAttribute,
    get: (m, o) => owned(m, o),
  },
  attributes: [
    { name: "__func__", get: (m, o) => owned(m, functionOf(m, o)) },
    { name: "__self__", get: (m, o) => owned(m, selfOf(m, o)) },
  ],
};

function create(m: Machine, args: readonly number[]): number {
  const [func, self] = args;
  if (func === undefined || self === undefined || args.length > 2)
    return raise(m, "TypeError", `method expected 2 arguments, got ${args.length}`);
  return createBoundMethod(m.h, func, self);
}

/** Equal when the functions are equal and the objects are one. */
function compare(m: Machine, op: number, a: number, b: number): number {
  const comparable = typeOf(m, b).id === Static.METHOD_TYPE && (op === CompareOp.EQ || op === CompareOp.NE);
  if (!comparable) return makeNotImplemented(m);
  const equal = functionOf(m, a) === functionOf(m, b) && selfOf(m, a) === selfOf(m, b);
  return makeBool(m, equal === (op === CompareOp.EQ));
}

/** That of the object by its address, mixed with that of the function. */
function hash(m: Machine, o: number): bigint | null {
  const func = hashOf(m, functionOf(m, o));
  return func === null ? null : BigInt(selfOf(m, o)) ^ func;
}

/** What a method has not, its function may have (`method_getattro`). */
function getMethodAttribute(m: Machine, o: number, name: number): number {
  if (lookupType(m, typeOf(m, o), name) !== 0) return genericGetAttribute(m, o, name);
  return getAttribute(m, functionOf(m, o), name);
}

function reprOf(m: Machine, o: number): string | null {
  const self = repr(m, selfOf(m, o));
  return self === null ? null : `<bound method ${nameOf(m, functionOf(m, o))} of ${self}>`;
}

/** `__qualname__`, or else `__name__`; "?" without either. */
function nameOf(m: Machine, func: number): string {
  for (const name of ["__qualname__", "__name__"]) {
    const value = getAttribute(m, func, internedStr(m.h, name));
    if (value === 0) {
      if (errorIs(m, "AttributeError")) clearError(m);
      continue;
    }
    const text = textOf(m, value);
    decref(m.h, value);
    return text;
  }
  return "?";
}

function functionOf(m: Machine, o: number): number {
  return slot(m.h, o, 0);
}

function selfOf(m: Machine, o: number): number {
  return slot(m.h, o, 1);
}

function owned(m: Machine, o: number): number {
  incref(m.h, o);
  return o;
}
