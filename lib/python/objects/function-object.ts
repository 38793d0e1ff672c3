/** Functions as objects of a program. Mirrors `Objects/funcobject.c`. */

import { memberSlot } from "../../sim/heap/member-object";
import { decref, incref } from "../../sim/heap/refcount";
import { slot, storeSlot } from "../../sim/heap/slot";
import { createBoundMethod } from "../../sim/objects/bound-method";
import { createDict, item } from "../../sim/objects/dict";
import { createFunction, FUNCTION } from "../../sim/objects/function";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { call } from "../run/call";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import type { CodeObject } from "./code-object";
import { makeStr, textOf } from "./make-atom";
import type { Keywords, NativeAttribute, NativeType } from "./native-type";
import { addressText } from "./text";
import { typeName } from "./type-lookup";

/** What MAKE_FUNCTION takes from the stack; 0 = nothing. Borrowed. */
export interface FunctionExtras {
  readonly defaults: number;
  readonly kwDefaults: number;
  readonly annotations: number;
  readonly closure: number;
}

const NO_EXTRAS: FunctionExtras = { defaults: 0, kwDefaults: 0, annotations: 0, closure: 0 };

/** Where in a function each member is. */
export const enum FunctionSlot {
  CODE = 0,
  GLOBALS = 1,
  DEFAULTS = 4,
  KWDEFAULTS = 5,
  CLOSURE = 9,
}

/** A function. The caller owns the reference. @param globals - The dict of its module, borrowed. */
export function createFunctionObject(
  m: Machine,
  object: CodeObject,
  globals: number,
  extras: FunctionExtras = NO_EXTRAS,
): number {
  const { h } = m;
  const { code } = object;
  const { closure, defaults } = extras;
  const o = createFunction(h, {
    name: code.name,
    qualname: code.qualname,
    code: object.id,
    globals,
    builtins: m.builtins.id,
    defaults,
    closure,
  });
  setMember(m, o, "func_kwdefaults", extras.kwDefaults);
  setMember(m, o, "func_annotations", extras.annotations);
  const module = item(h, globals, internedStr(h, "__name__"));
  if (module !== 0) setMember(m, o, "func_module", module);
  if (code.doc !== null) {
    const doc = makeStr(m, code.doc);
    setMember(m, o, "func_doc", doc);
    decref(h, doc);
  }
  return o;
}

/** `__name__` as text. */
export function functionName(m: Machine, func: number): string {
  return textOf(m, member(m, func, "func_name"));
}

/** `__qualname__` as text. */
export function functionQualname(m: Machine, func: number): string {
  return textOf(m, member(m, func, "func_qualname"));
}

function member(m: Machine, func: number, name: string): number {
  return slot(m.h, func, memberSlot(FUNCTION, name));
}

function setMember(m: Machine, func: number, name: string, value: number): void {
  if (value !== 0) incref(m.h, value);
  storeSlot(m.h, func, memberSlot(FUNCTION, name), value);
}

/** An attribute that is a member: NULL reads as None. */
function memberAttribute(name: string, of: string, type?: "str" | "tuple" | "dict"): NativeAttribute {
  return {
    name,
    get(m, func) {
      const value = member(m, func, of) || Static.NONE;
      incref(m.h, value);
      return value;
    },
    set(m, func, value) {
      if (type !== undefined && !isA(m, value, type, type !== "str")) {
        const article = type === "str" ? "a string" : `a ${type}`;
        raise(m, "TypeError", `${name} must be set to ${article} object`);
        return false;
      }
      setMember(m, func, of, type !== undefined && type !== "str" && value === Static.NONE ? 0 : value);
      return true;
    },
  };
}

function isA(m: Machine, value: number, type: string, orNone: boolean): boolean {
  return value !== 0 && (typeName(m, value) === type || (orNone && value === Static.NONE));
}

function globalsOf(m: Machine, func: number): number {
  const globals = member(m, func, "func_globals");
  incref(m.h, globals);
  return globals;
}

function closureOf(m: Machine, func: number): number {
  const closure = member(m, func, "func_closure") || Static.NONE;
  incref(m.h, closure);
  return closure;
}

/** Made when it is asked for, and kept. */
function annotationsOf(m: Machine, func: number): number {
  const known = member(m, func, "func_annotations");
  const annotations = known === 0 ? createDict(m.h) : known;
  if (known === 0) setMember(m, func, "func_annotations", annotations);
  else incref(m.h, annotations);
  return annotations;
}

/** `func_dict`: where attributes of the program's own go. */
function dictOf(m: Machine, func: number, make: boolean): number {
  const known = member(m, func, "func_dict");
  if (known !== 0 || !make) return known;
  const dict = createDict(m.h);
  storeSlot(m.h, func, memberSlot(FUNCTION, "func_dict"), dict);
  return dict;
}

function repr(m: Machine, func: number): string {
  return `<function ${functionQualname(m, func)} at ${addressText(m, func)}>`;
}

function get(m: Machine, func: number, object: number): number {
  if (object !== 0) return createBoundMethod(m.h, func, object);
  incref(m.h, func);
  return func;
}

export const functionType: NativeType = {
  name: "function",
  id: Static.FUNCTION_TYPE,
  slots: {
    call: (m: Machine, func: number, args: readonly number[], keywords: Keywords) =>
      call(m, func, args, keywords),
    get,
    repr,
    dict: dictOf,
  },
  attributes: [
    memberAttribute("__name__", "func_name", "str"),
    memberAttribute("__qualname__", "func_qualname", "str"),
    memberAttribute("__doc__", "func_doc"),
    memberAttribute("__module__", "func_module"),
    memberAttribute("__code__", "func_code"),
    memberAttribute("__defaults__", "func_defaults", "tuple"),
    memberAttribute("__kwdefaults__", "func_kwdefaults", "dict"),
    { name: "__globals__", get: globalsOf },
    { name: "__closure__", get: closureOf },
    {
      name: "__annotations__",
      get: annotationsOf,
      set: memberAttribute("", "func_annotations", "dict").set!,
    },
    {
      name: "__dict__",
      get(m, func) {
        const dict = dictOf(m, func, true);
        incref(m.h, dict);
        return dict;
      },
    },
  ],
};
