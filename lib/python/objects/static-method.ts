/** `staticmethod` and `classmethod`. Mirrors `Objects/funcobject.c`. */

import { createMemberObject, type MemberType } from "../../sim/heap/member-object";
import { decref, incref } from "../../sim/heap/refcount";
import { slot, storeSlot } from "../../sim/heap/slot";
import { createBoundMethod } from "../../sim/objects/bound-method";
import { createDict, setItem } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { call } from "../run/call";
import { clearError, errorIs, raise } from "../run/error";
import type { Machine } from "../run/machine";
import { bind, getAttribute } from "./attribute";
import type { Keywords, NativeAttribute, NativeType, Slots } from "./native-type";
import { addressText, repr } from "./text";
import { typeOf } from "./type-lookup";

/** What a wrapper takes over from its function, where it does (bpo-43682). */
const copied = ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"];

/** `sizeof(staticmethod)`. */
const WRAPPER_BYTES = 48;

/** A static method around a function. The caller owns the reference. */
export function createStaticMethod(m: Machine, func: number): number {
  return createWrapper(m, m.typeNames.get("staticmethod")!, func);
}

const attributes: readonly NativeAttribute[] = [
  { name: "__func__", get: (m, o) => owned(m, slot(m.h, o, 0)) },
  { name: "__wrapped__", get: (m, o) => owned(m, slot(m.h, o, 0)) },
  { name: "__dict__", get: (m, o) => owned(m, dictOf(m, o, true)) },
];

export const staticMethodType: NativeType = {
  name: "staticmethod",
  subclassable: false,
  slots: {
    ...wrapperSlots("staticmethod"),
    get: (m, o) => owned(m, slot(m.h, o, 0)),
    call: callStatic,
  },
  attributes,
};

export const classMethodType: NativeType = {
  name: "classmethod",
  subclassable: false,
  slots: {
    ...wrapperSlots("classmethod"),
    get: (m, o, object, type) => bindToClass(m, slot(m.h, o, 0), object === 0 ? type : typeOf(m, object).id),
  },
  attributes,
};

function callStatic(m: Machine, o: number, args: readonly number[], keywords: Keywords): number {
  if (m.rules.classes.methodsCopyAttributes) return call(m, slot(m.h, o, 0), args, keywords);
  return raise(m, "TypeError", "'staticmethod' object is not callable");
}

function wrapperSlots(name: string): Slots {
  return {
    create: (m, type, args) => {
      const [func] = args;
      if (func !== undefined && args.length === 1) return createWrapper(m, type, func);
      return raise(m, "TypeError", `${name} expected 1 argument, got ${args.length}`);
    },
    repr: (m, o) => {
      if (!m.rules.classes.methodsCopyAttributes) return `<${name} object at ${addressText(m, o)}>`;
      const func = repr(m, slot(m.h, o, 0));
      return func === null ? null : `<${name}(${func})>`;
    },
    dict: dictOf,
  };
}

/** From 3.10 on it copies attributes of the function into a dict of its own, which it makes for that. */
function createWrapper(m: Machine, type: number, func: number): number {
  const { h } = m;
  const layout: MemberType = { type, members: ["callable", "dict"] };
  const o = createMemberObject(h, layout, WRAPPER_BYTES, [func, 0]);
  if (!m.rules.classes.methodsCopyAttributes) return o;
  for (const name of copied) {
    const key = internedStr(h, name);
    const value = getAttribute(m, func, key);
    if (value === 0 && !errorIs(m, "AttributeError")) {
      decref(h, o);
      return 0;
    }
    if (value === 0) clearError(m);
    else {
      setItem(h, dictOf(m, o, true), key, value);
      decref(h, value);
    }
  }
  return o;
}

function dictOf(m: Machine, o: number, make: boolean): number {
  const known = slot(m.h, o, 1);
  if (known !== 0 || !make) return known;
  const dict = createDict(m.h);
  storeSlot(m.h, o, 1, dict);
  return dict;
}

/** A function is bound to the class; anything else binds as it does itself. */
function bindToClass(m: Machine, func: number, cls: number): number {
  if (typeOf(m, func).slots.get === undefined) return createBoundMethod(m.h, func, cls);
  return bind(m, func, cls, m.types.get(Static.TYPE_TYPE)!);
}

function owned(m: Machine, o: number): number {
  incref(m.h, o);
  return o;
}
