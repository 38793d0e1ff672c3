/** Making the built-in types. Mirrors `PyType_Ready` of a static type. */

import { placeStaticObject, Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { builtinTypes } from "./builtin-types";
import { addNativeAttributes } from "./native-attributes";
import type { NativeType, Slots } from "./native-type";
import { placeSingletons } from "./none-type";
import type { TypeObject } from "./type-object";
import { nextVersion } from "./type-version";

/** Make all built-in types. Once, before anything else of the machine. */
export function defineTypes(m: Machine): void {
  // First the types alone: the attributes of each are objects of others.
  const types = builtinTypes(m.rules).map((spec) => addType(m, spec));
  for (const type of types) addNativeAttributes(m, type);
  placeSingletons(m);
}

/** Make one more built-in type, whose base exists. @returns the type, borrowed: it lives as long as the machine. */
export function defineType(m: Machine, spec: NativeType): number {
  const type = addType(m, spec);
  addNativeAttributes(m, type);
  return type.id;
}

function addType(m: Machine, spec: NativeType): TypeObject {
  const base = spec.name === "object" ? null : m.types.get(m.typeNames.get(spec.base ?? "object")!)!;
  const mro: TypeObject[] = base === null ? [] : [...base.mro];
  const type: TypeObject = {
    id: spec.id ?? placeStaticObject(m.h, Static.TYPE_TYPE),
    name: spec.name,
    qualname: spec.name,
    module: spec.module ?? "builtins",
    mro,
    bases: base === null ? [] : [base],
    subclasses: new Set(),
    native: spec,
    record: null,
    attributes: new Map(),
    slots: inheritedSlots(base, spec.slots ?? {}),
    version: nextVersion(m),
    found: new Map(),
    plan: undefined,
  };
  mro.unshift(type);
  base?.subclasses.add(type);
  m.types.set(type.id, type);
  m.typeNames.set(spec.name, type.id);
  return type;
}

/** A type with its own comparison is unhashable unless it says how it hashes (`inherit_slots`). */
function inheritedSlots(base: TypeObject | null, own: Slots): Slots {
  const { hash, create, ...others } = base?.slots ?? {};
  // What `object` makes has no room for anything.
  const keepsCreate = create !== undefined && base?.id !== Static.OBJECT_TYPE;
  const keepsHash = own.compare === undefined && hash !== undefined;
  return { ...others, ...(keepsHash ? { hash } : {}), ...(keepsCreate ? { create } : {}), ...own };
}
