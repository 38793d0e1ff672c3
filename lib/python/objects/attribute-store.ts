/** Storing and deleting attributes. Mirrors `_PyObject_GenericSetAttrWithDict` in `Objects/object.c`. */

import { decref, incref } from "../../sim/heap/refcount";
import { deleteItem, setItem } from "../../sim/objects/dict";
import { deleteAttribute, setAttribute as setInstanceAttribute } from "../../sim/objects/instance";
import type { Machine } from "../run/machine";
import { cannotSet, notThere } from "./attribute-error";
import { lookupType, typeOf } from "./type-lookup";

/**
 * `PyObject_GenericSetAttr`: a data descriptor of the type decides, else the object keeps it.
 *
 * @param name - An interned str.
 * @param value - 0 = delete.
 * @returns false with an exception set.
 */
export function setGenericAttribute(m: Machine, o: number, name: number, value: number): boolean {
  const { h } = m;
  const type = typeOf(m, o);
  const found = lookupType(m, type, name);
  const set = found === 0 ? undefined : typeOf(m, found).slots.set;
  if (set !== undefined) {
    incref(h, found);
    const done = set(m, found, o, value);
    decref(h, found);
    return done;
  }
  const { record, slots } = type;
  if (slots.dict !== undefined) return setInDict(m, o, slots.dict(m, o, true), name, value);
  if (record === null || !record.hasDict) return cannotSet(m, o, name, found !== 0);
  const text = h.payload.get(name) as string;
  if (value === 0) return deleteAttribute(h, o, record, text) || notThere(m, o, name);
  setInstanceAttribute(h, o, record, text, value);
  return true;
}

/** @param dict - Borrowed; 0 = this object has none. */
function setInDict(m: Machine, o: number, dict: number, name: number, value: number): boolean {
  if (dict === 0) return cannotSet(m, o, name, false);
  if (value === 0) return deleteItem(m.h, dict, name) || notThere(m, o, name);
  setItem(m.h, dict, name, value);
  return true;
}
