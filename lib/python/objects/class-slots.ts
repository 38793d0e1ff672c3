/** Which slots of a class call methods of the program. Mirrors `fixup_slot_dispatchers`, `update_one_slot` in `Objects/typeobject.c`. */

import { subclassDict } from "../../sim/objects/become-instance";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { attributeSlots } from "./class-attribute-slots";
import { containerSlots } from "./class-container-slots";
import { operatorSlots } from "./class-operator-slots";
import { valueSlots } from "./class-value-slots";
import { ownNames } from "./directory";
import type { Slots } from "./native-type";
import { lookupType } from "./type-lookup";
import type { TypeObject } from "./type-object";

/** A slot, and the special methods that it calls: it is there when a class defines one of them. */
export interface ClassSlot {
  readonly names: readonly string[];
  readonly slots: Slots;
}

/** The slots of a class: those of its built-in base, and in front of them what it and its other bases define. */
function slotsOfClass(m: Machine, type: TypeObject): Slots {
  const defined = definedNames(m, type);
  const native = m.types.get(m.typeNames.get(type.native.name)!)!;
  let slots: Slots = { ...native.slots, ...dictSlot(native, type) };
  const all = [valueSlots, containerSlots, operatorSlots, attributeSlots].flat();
  for (const one of all) if (one.names.some((name) => defined.has(name))) slots = { ...slots, ...one.slots };
  return slots;
}

/** Instances that are lists, ints and the like keep their attributes in a dict of their own. */
function dictSlot(native: TypeObject, { record }: Pick<TypeObject, "record">): Pick<Slots, "dict"> {
  const isOwn =
    native.id !== Static.OBJECT_TYPE && native.slots.dict === undefined && record?.hasDict === true;
  return isOwn ? { dict: (m, o, make) => subclassDict(m.h, o, make) } : {};
}

/** A class has changed: it and its subclasses may have other slots now. */
export function updateSlots(m: Machine, type: TypeObject): void {
  type.slots = slotsOfClass(m, type);
  if (lookupType(m, type, internedStr(m.h, "__hash__")) === Static.NONE) type.slots = unhashable(type.slots);
  for (const subclass of type.subclasses) updateSlots(m, subclass);
}

function unhashable({ hash, ...others }: Slots): Slots {
  return others;
}

/** Special names that classes of the program define, up to the built-in type of the mro that decides the layout. */
function definedNames(m: Machine, { mro, native }: Pick<TypeObject, "mro" | "native">): Set<string> {
  const names = new Set<string>();
  for (const one of mro) {
    if (one.native === native && one.record === null) break;
    if (one.record === null) continue;
    for (const name of ownNames(m, one)) if (name.startsWith("__")) names.add(name);
  }
  return names;
}
