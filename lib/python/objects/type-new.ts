/** Making a class from its name, its bases and the dict that its body has filled. Mirrors `type_new` in `Objects/typeobject.c`. */

import type { ProgramCode } from "../../sim/heap/heap-state";
import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { storeSlot } from "../../sim/heap/slot";
import { isReferableType } from "../../sim/heap/weakly-referable";
import { createClass, type InheritedParts } from "../../sim/objects/class";
import type { ClassRecord } from "../../sim/objects/class-record";
import { createDict, deleteItem, item, keysOf, setItem } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { bestBase } from "./best-base";
import { unsupportedMetaclass, unsupportedSlots, unsupportedSpecial } from "./class-limits";
import { updateSlots } from "./class-slots";
import { watchClass } from "./class-watcher";
import { finalizerCode } from "./finalizer-code";
import { textOf } from "./make-atom";
import { itemsOf } from "./make-container";
import { linearize } from "./mro";
import { slotNames } from "./slot-names";
import { createStaticMethod } from "./static-method";
import { classDict, isSubtype, ownAttribute } from "./type-lookup";
import type { TypeObject } from "./type-object";
import { nextVersion } from "./type-version";

/** What is known of a class before it is one. */
interface NewClass {
  readonly name: string;
  readonly namespace: number;
  readonly bases: readonly TypeObject[];
  /** The mro without the class itself. */
  readonly rest: readonly TypeObject[];
}

/** `type(name, bases, namespace)`. The class is owned by the caller; 0 = exception set. @param bases - A tuple. */
export function typeNew(m: Machine, name: string, bases: number, namespace: number): number {
  const types = baseTypes(m, name, bases);
  if (types === null || hasUnsupported(m, name, namespace)) return 0;
  const best = bestBase(m, types);
  const rest = best === null ? null : linearize(m, types);
  const slots = rest === null ? null : slotNames(m, name, namespace);
  if (best === null || rest === null || slots === null) return 0;
  const added = { name, namespace, bases: types, rest };
  const native = nativeBase(rest);
  const inherited = inheritedParts(best, types);
  if (slots.dict && inherited.dictOfBase)
    return raise(m, "TypeError", "__dict__ slot disallowed: we already got one");
  if (native.id !== Static.OBJECT_TYPE && (slots.names ?? []).length > 0) return refuseSlots(m, name, native);
  const record = createClass(m.h, {
    name,
    base: best.id === Static.OBJECT_TYPE ? 0 : best.id,
    ...(bases === Static.EMPTY_TUPLE ? {} : { bases }),
    ...(slots.names === null ? {} : { slots: slots.names }),
    slotsDict: slots.dict,
    slotsWeaklist: slots.weaklist,
    inherited,
    mro: rest.map((type) => type.id),
    allBases: types.map((type) => type.id),
    namespace,
    finalizer: finalizerOf(m, added),
  });
  return ready(m, record, added).id;
}

/** The bases, `object` when there are none; null with an exception set. */
function baseTypes(m: Machine, name: string, bases: number): TypeObject[] | null {
  const types: TypeObject[] = [];
  for (const base of itemsOf(m, bases)) {
    const type = m.types.get(base);
    if (type === undefined) {
      raise(m, "TypeError", "bases must be types");
      return null;
    }
    if (isSubtype(m, base, Static.TYPE_TYPE)) {
      unsupportedMetaclass(m, name);
      return null;
    }
    types.push(type);
  }
  return types.length === 0 ? [m.types.get(Static.OBJECT_TYPE)!] : types;
}

function hasUnsupported(m: Machine, name: string, namespace: number): boolean {
  return keysOf(m.h, namespace).some((key) => unsupportedSpecial(m, name, textOf(m, key)));
}

/** The first built-in type, `object` only when there is no other. */
function nativeBase(rest: readonly TypeObject[]): TypeObject {
  return rest.find((type) => type.record === null && type.bases.length > 0) ?? rest.at(-1)!;
}

/** Types whose objects are of different sizes have no room for `__slots__` in CPython either. */
function refuseSlots(m: Machine, name: string, native: TypeObject): 0 {
  const hasItems = [Static.INT_TYPE, Static.TUPLE_TYPE, Static.BYTES_TYPE].includes(native.id);
  if (!hasItems) return unsupportedSlots(m, name, native.name);
  return raise(m, "TypeError", `nonempty __slots__ not supported for subtype of '${native.name}'`);
}

/** Which parts of an instance the bases have already. */
function inheritedParts(best: TypeObject, bases: readonly TypeObject[]): InheritedParts {
  const hasDict = (type: TypeObject): boolean => type.record?.hasDict ?? type.slots.dict !== undefined;
  const hasWeaklist = (type: TypeObject): boolean => type.record?.hasWeaklist ?? isReferableType(type.id);
  return {
    dictOfBase: hasDict(best),
    dict: bases.some(hasDict),
    weaklistOfBase: hasWeaklist(best),
    weaklist: bases.some(hasWeaklist),
  };
}

function finalizerOf(m: Machine, { namespace, rest }: NewClass): ProgramCode | undefined {
  const key = internedStr(m.h, "__del__");
  const isThere =
    item(m.h, namespace, key) !== 0 ||
    rest.some((type) => type.record !== null && ownAttribute(m, type, key) !== 0);
  return isThere ? finalizerCode(m) : undefined;
}

/** What follows when the class object is there. Source: `type_new_set_attrs`, `PyType_Ready`. */
function ready(m: Machine, record: ClassRecord, added: NewClass): TypeObject {
  const { bases, name, namespace, rest } = added;
  const dict = classDict(m, record.id);
  const mro: TypeObject[] = [...rest];
  const type: TypeObject = {
    id: record.id,
    name,
    qualname: textIn(m, namespace, "__qualname__") ?? name,
    module: textIn(m, namespace, "__module__") ?? "__main__",
    mro,
    bases,
    subclasses: new Set(),
    native: nativeBase(rest).native,
    record,
    attributes: new Map(),
    slots: {},
    version: nextVersion(m),
    found: new Map(),
    plan: undefined,
  };
  mro.unshift(type);
  m.types.set(type.id, type);
  for (const base of bases) base.subclasses.add(type);
  watchClass(m, type);
  removeKey(m, dict, "__qualname__");
  makeStaticNew(m, dict);
  hideHash(m, dict);
  setClassCell(m, dict, type.id);
  updateSlots(m, type);
  copyForNames(m, dict);
  return type;
}

/** `type_new_set_names` looks for `__set_name__` in a copy of the dict, which goes at once: to the free list of dicts. */
function copyForNames(m: Machine, dict: number): void {
  const copy = createDict(m.h);
  for (const key of keysOf(m.h, dict)) setItem(m.h, copy, key, item(m.h, dict, key));
  decref(m.h, copy);
}

/** `__new__` of a body is a static method, though it does not say so. */
function makeStaticNew(m: Machine, dict: number): void {
  const key = internedStr(m.h, "__new__");
  const func = item(m.h, dict, key);
  if (func === 0 || m.h.memory[func + Field.TYPE] !== Static.FUNCTION_TYPE) return;
  const method = createStaticMethod(m, func);
  setItem(m.h, dict, key, method);
  decref(m.h, method);
}

/** A class with its own `__eq__` and without a `__hash__` is unhashable. */
function hideHash(m: Machine, dict: number): void {
  const hash = internedStr(m.h, "__hash__");
  if (item(m.h, dict, internedStr(m.h, "__eq__")) === 0 || item(m.h, dict, hash) !== 0) return;
  setItem(m.h, dict, hash, Static.NONE);
}

/** Methods that use `super()` or `__class__` find the class in a cell, which the body leaves behind. */
function setClassCell(m: Machine, dict: number, cls: number): void {
  const cell = item(m.h, dict, internedStr(m.h, "__classcell__"));
  if (cell === 0) return;
  incref(m.h, cls);
  storeSlot(m.h, cell, 0, cls);
  removeKey(m, dict, "__classcell__");
}

function removeKey(m: Machine, dict: number, name: string): void {
  deleteItem(m.h, dict, internedStr(m.h, name));
}

function textIn(m: Machine, dict: number, name: string): string | null {
  const value = m.h.payload.get(item(m.h, dict, internedStr(m.h, name)));
  return typeof value === "string" ? value : null;
}
