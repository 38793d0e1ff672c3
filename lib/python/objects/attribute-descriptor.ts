/** Computed attributes of types: `__dict__`, the names of `__slots__`, `type.__name__`. Mirrors `getset_descriptor`, `member_descriptor` in `Objects/descrobject.c`. */

import { incref } from "../../sim/heap/refcount";
import { slot } from "../../sim/heap/slot";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { getInstancePart, setInstancePart } from "./instance-part";
import { makeStr } from "./make-atom";
import type { DescribedAttribute } from "./native-attributes";
import type { NativeAttribute, NativeType } from "./native-type";
import { isSubtype, typeName, typeOf } from "./type-lookup";
import type { TypeObject } from "./type-object";

const attributes: readonly NativeAttribute[] = [
  { name: "__name__", get: (m, descriptor) => makeStr(m, nameOf(m, descriptor)) },
  { name: "__objclass__", get: (m, descriptor) => owned(m, ownerOf(m, descriptor).id) },
];

export const getsetDescriptorType: NativeType = {
  name: "getset_descriptor",
  id: Static.GETSET_DESCRIPTOR_TYPE,
  slots: { get, set, repr: (m, o) => `<attribute '${nameOf(m, o)}' of '${ownerOf(m, o).name}' objects>` },
  attributes,
};

export const memberDescriptorType: NativeType = {
  name: "member_descriptor",
  id: Static.MEMBER_DESCRIPTOR_TYPE,
  slots: { get, set, repr: (m, o) => `<member '${nameOf(m, o)}' of '${ownerOf(m, o).name}' objects>` },
  attributes,
};

function get(m: Machine, descriptor: number, o: number): number {
  if (o === 0) return owned(m, descriptor);
  if (!applies(m, descriptor, o)) return 0;
  const described = m.h.native.get(descriptor) as DescribedAttribute | string;
  return typeof described === "string" ? getInstancePart(m, o, described) : described.attribute.get(m, o);
}

function set(m: Machine, descriptor: number, o: number, value: number): boolean {
  if (!applies(m, descriptor, o)) return false;
  const described = m.h.native.get(descriptor) as DescribedAttribute | string;
  if (typeof described === "string") return setInstancePart(m, o, described, value);
  const { attribute, owner } = described;
  if (attribute.set !== undefined) return attribute.set(m, o, value);
  raise(m, "AttributeError", `attribute '${attribute.name}' of '${owner.name}' objects is not writable`);
  return false;
}

function applies(m: Machine, descriptor: number, o: number): boolean {
  const owner = ownerOf(m, descriptor);
  if (isSubtype(m, typeOf(m, o).id, owner.id)) return true;
  const name = nameOf(m, descriptor);
  raise(
    m,
    "TypeError",
    `descriptor '${name}' for '${owner.name}' objects doesn't apply to a '${typeName(m, o)}' object`,
  );
  return false;
}

function nameOf(m: Machine, descriptor: number): string {
  const described = m.h.native.get(descriptor) as DescribedAttribute | string;
  return typeof described === "string" ? described : described.attribute.name;
}

/** `d_type`: of a class of the program, the descriptor holds it. */
function ownerOf(m: Machine, descriptor: number): TypeObject {
  const described = m.h.native.get(descriptor) as DescribedAttribute | string;
  return typeof described === "string" ? m.types.get(slot(m.h, descriptor, 0))! : described.owner;
}

function owned(m: Machine, o: number): number {
  incref(m.h, o);
  return o;
}
