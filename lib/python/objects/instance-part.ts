/** What an instance holds beside its attributes' names: its dict, its weak references, the values of `__slots__`. Mirrors `subtype_dict`, `subtype_getweakref`, `PyMember_GetOne`. */

import { incref } from "../../sim/heap/refcount";
import { attribute, deleteAttribute, setAttribute } from "../../sim/objects/instance";
import { Static } from "../../sim/objects/static-object";
import { weakrefsOf } from "../../sim/objects/weakref-list";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { fill } from "./fill";
import { instanceDict } from "./instance-object";
import { makeNone } from "./make-atom";
import { typeName, typeOf } from "./type-lookup";

/** Read `o.__dict__`, `o.__weakref__` or a slot. @returns an owned reference; 0 = exception set. */
export function getInstancePart(m: Machine, o: number, name: string): number {
  const part = partOf(m, o, name);
  if (part !== 0) {
    incref(m.h, part);
    return part;
  }
  if (name === "__weakref__") return makeNone(m);
  return raise(m, "AttributeError", fill(m.rules.texts.unsetSlot, typeName(m, o), name));
}

/** Write one. @param value - 0 = delete. @returns false with an exception set. */
export function setInstancePart(m: Machine, o: number, name: string, value: number): boolean {
  const { record } = typeOf(m, o);
  if (name === "__weakref__" || record === null) {
    raise(m, "AttributeError", `attribute '${name}' of '${typeName(m, o)}' objects is not writable`);
    return false;
  }
  if (name === "__dict__") return refuseDict(m, o);
  if (value !== 0) {
    setAttribute(m.h, o, record, name, value);
    return true;
  }
  if (deleteAttribute(m.h, o, record, name)) return true;
  raise(m, "AttributeError", name);
  return false;
}

/** Borrowed; 0 = nothing. */
function partOf(m: Machine, o: number, name: string): number {
  if (name === "__dict__") return instanceDict(m, o, true);
  if (name === "__weakref__") return weakrefsOf(m.h, o)[0] ?? 0;
  const { record } = typeOf(m, o);
  return record === null ? Static.NONE : attribute(m.h, o, record, name);
}

/** Simplified: an instance keeps its dict; `o.__dict__ = d` is refused with NotImplementedError. */
function refuseDict(m: Machine, o: number): false {
  raise(
    m,
    "NotImplementedError",
    `__dict__ of a '${typeName(m, o)}' object is replaced, which this simulator does not support; change the dict with clear() and update()`,
  );
  return false;
}
