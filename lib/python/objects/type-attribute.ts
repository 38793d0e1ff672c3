/** Attributes of classes. Mirrors `type_getattro`, `type_setattro`, `update_slot` in `Objects/typeobject.c`. */

import { decref, incref } from "../../sim/heap/refcount";
import { deleteItem, setItem } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { giveFinalizer } from "../../sim/objects/late-finalizer";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { bind } from "./attribute";
import { addErrorContext } from "./attribute-error";
import { unsupportedSpecial } from "./class-limits";
import { updateSlots } from "./class-slots";
import { fill } from "./fill";
import { finalizerCode } from "./finalizer-code";
import { classDict, lookupType, typeOf } from "./type-lookup";
import type { TypeObject } from "./type-object";
import { typeModified } from "./type-version";

/** `C.name`: a data descriptor of `type`, then what the class has, bound to no instance, then what `type` has. */
export function getTypeAttribute(m: Machine, cls: number, name: number): number {
  const { h } = m;
  const type = m.types.get(cls)!;
  const meta = typeOf(m, cls);
  const inMeta = lookupType(m, meta, name);
  const metaSlots = inMeta === 0 ? undefined : typeOf(m, inMeta).slots;
  if (metaSlots?.set !== undefined && metaSlots.get !== undefined) return bind(m, inMeta, cls, meta);
  const found = lookupType(m, type, name);
  if (found !== 0) return bind(m, found, 0, type);
  if (inMeta !== 0) return bind(m, inMeta, cls, meta);
  const text = h.payload.get(name) as string;
  return raise(m, "AttributeError", `type object '${type.name}' has no attribute '${text}'`);
}

/** `C.name = value`, or `del C.name` with 0. What is remembered of the class and its subclasses is forgotten. */
export function setTypeAttribute(m: Machine, cls: number, name: number, value: number): boolean {
  const { h } = m;
  const type = m.types.get(cls)!;
  const text = h.payload.get(name) as string;
  if (type.record === null) {
    raise(m, "TypeError", fill(m.rules.texts.immutableType, text, type.name));
    return false;
  }
  if (unsupportedSpecial(m, type.name, text)) return false;
  const meta = typeOf(m, cls);
  const inMeta = lookupType(m, meta, name);
  const set = inMeta === 0 ? undefined : typeOf(m, inMeta).slots.set;
  if (set !== undefined) return set(m, inMeta, cls, value);
  // What goes may run code that looks at the class: that must find the new state.
  const old = lookupType(m, type, name);
  if (old !== 0) incref(h, old);
  const done = value === 0 ? deleteItem(h, classDict(m, cls), name) : storeInDict(m, cls, name, value);
  typeModified(m, type);
  if (text.startsWith("__")) updateSlots(m, type);
  if (text === "__del__") finalizeInstances(m, type);
  if (old !== 0) decref(h, old);
  if (!done) {
    raise(m, "AttributeError", fill(m.rules.texts.noClassAttributeToDelete, type.name, text));
    if (m.rules.exceptions.storesKeepObject) addErrorContext(m, cls, name);
  }
  return done;
}

function storeInDict(m: Machine, cls: number, name: number, value: number): true {
  setItem(m.h, classDict(m, cls), name, value);
  return true;
}

/** Instances have a finalizer, whenever they were made. */
function finalizeInstances(m: Machine, type: TypeObject): void {
  giveFinalizer(m.h, type.record!, finalizerCode(m));
  for (const subclass of type.subclasses) finalizeInstances(m, subclass);
}

/** The text under a name in the dict of a class, for `__module__` and the like; null when it is no str. */
export function classText(m: Machine, cls: number, name: string): string | null {
  const type = m.types.get(cls)!;
  const found = lookupType(m, type, internedStr(m.h, name));
  const value = found === 0 ? undefined : m.h.payload.get(found);
  return typeof value === "string" ? value : null;
}
