/** Attributes of objects. Mirrors `PyObject_GetAttr`, `_PyObject_GenericGetAttrWithDict`, `_PyObject_GetMethod` in `Objects/object.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { createBoundMethod } from "../../sim/objects/bound-method";
import { item } from "../../sim/objects/dict";
import { attribute } from "../../sim/objects/instance";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { addErrorContext, noAttribute } from "./attribute-error";
import { setGenericAttribute } from "./attribute-store";
import { lookupType, typeOf } from "./type-lookup";
import type { TypeObject } from "./type-object";

/** `o.name`. @param name - An interned str. @returns an owned reference; 0 = exception set. */
export function getAttribute(m: Machine, o: number, name: number): number {
  const type = typeOf(m, o);
  const own = type.slots.getAttribute;
  const value = own === undefined ? genericGetAttribute(m, o, name) : own(m, o, name);
  if (value === 0) addErrorContext(m, o, name);
  return value;
}

/** `o.name = value`, or `del o.name`. @param value - 0 = delete. @returns false with an exception set. */
export function setAttribute(m: Machine, o: number, name: number, value: number): boolean {
  const own = typeOf(m, o).slots.setAttribute;
  return own === undefined ? setGenericAttribute(m, o, name, value) : own(m, o, name, value);
}

/**
 * `o.name` that is about to be called, without a bound method where none is needed.
 *
 * @returns an owned reference: to what is to be called; negated, when `o` is to be its first argument; 0 = exception set.
 */
export function loadMethod(m: Machine, o: number, name: number): number {
  const type = typeOf(m, o);
  if (type.slots.getAttribute !== undefined) return getAttribute(m, o, name);
  const found = lookupType(m, type, name);
  if (found === 0 || !isMethod(m, found)) return getAttribute(m, o, name);
  const own = instanceAttribute(m, o, type, name);
  incref(m.h, own === 0 ? found : own);
  return own === 0 ? -found : own;
}

/** `PyObject_GenericGetAttr`: a data descriptor of the type, then the object's own attribute, then what the type has. */
export function genericGetAttribute(m: Machine, o: number, name: number): number {
  const type = typeOf(m, o);
  const found = lookupType(m, type, name);
  const slots = found === 0 ? undefined : typeOf(m, found).slots;
  if (slots?.set !== undefined && slots.get !== undefined) return bind(m, found, o, type);
  const own = instanceAttribute(m, o, type, name);
  if (own !== 0) {
    incref(m.h, own);
    return own;
  }
  return found === 0 ? noAttribute(m, o, name) : bind(m, found, o, type);
}

/** What an object itself has for a name, borrowed; 0 = nothing. Its type is not asked. */
export function instanceAttribute(m: Machine, o: number, type: TypeObject, name: number): number {
  const { record, slots } = type;
  if (slots.dict !== undefined) {
    const dict = slots.dict(m, o, false);
    return dict === 0 ? 0 : item(m.h, dict, name);
  }
  return record === null ? 0 : attribute(m.h, o, record, m.h.payload.get(name) as string);
}

/**
 * What `o.name` is when the type of `o` has `found` for the name.
 *
 * @param o - 0 for an attribute of the type itself.
 * @returns an owned reference; 0 = exception set.
 */
export function bind(m: Machine, found: number, o: number, type: TypeObject): number {
  const { h } = m;
  if (h.memory[found + Field.TYPE] === Static.FUNCTION_TYPE && o !== 0) return createBoundMethod(h, found, o);
  incref(h, found);
  const { get } = typeOf(m, found).slots;
  if (get === undefined) return found;
  const value = get(m, found, o, type.id);
  decref(h, found);
  return value;
}

/** Is it called with the object that it is found on as its first argument? */
function isMethod(m: Machine, found: number): boolean {
  return m.h.memory[found + Field.TYPE] === Static.FUNCTION_TYPE || typeOf(m, found).native.isMethod === true;
}
