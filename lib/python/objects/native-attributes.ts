/** What stands in the dict of a built-in type: its methods, computed attributes, and one wrapper for each of its slots. Mirrors `type_ready_fill_dict`. */

import { keepNative } from "../../sim/heap/member-object";
import { internedStr } from "../../sim/objects/interned-str";
import { placeStaticObject, Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { createMethodDescriptor } from "./native-function";
import type { NativeAttribute, NativeDefinition } from "./native-type";
import { slotWrappers } from "./slot-wrapper";
import type { TypeObject } from "./type-object";

/** What is kept beside the descriptor of a computed attribute. */
export interface DescribedAttribute {
  readonly attribute: NativeAttribute;
  readonly owner: TypeObject;
}

const descriptorTypes = {
  class: "classmethod_descriptor",
  instance: "method_descriptor",
  static: "builtin_function_or_method",
} as const;

/** Fill the dict of a new built-in type. */
export function addNativeAttributes(m: Machine, type: TypeObject): void {
  const { attributes, native } = type;
  for (const definition of slotWrappers(type)) {
    // `tp_new` is a function, which gets the type as any other argument.
    const isNew = definition.name === "__new__";
    const wrapper = isNew ? "builtin_function_or_method" : "wrapper_descriptor";
    attributes.set(definition.name, createMethodDescriptor(m, type, definition, wrapper));
  }
  for (const definition of native.methods ?? []) attributes.set(definition.name, method(m, type, definition));
  for (const attribute of native.attributes ?? [])
    attributes.set(attribute.name, attributeDescriptor(m, type, attribute));
  if (!attributes.has("__doc__"))
    attributes.set("__doc__", native.doc === undefined ? Static.NONE : internedStr(m.h, native.doc));
}

function method(m: Machine, type: TypeObject, definition: NativeDefinition): number {
  return createMethodDescriptor(m, type, definition, descriptorTypes[definition.kind ?? "instance"]);
}

function attributeDescriptor(m: Machine, owner: TypeObject, attribute: NativeAttribute): number {
  const o = placeStaticObject(m.h, Static.GETSET_DESCRIPTOR_TYPE);
  keepNative(m.h, o, { attribute, owner } satisfies DescribedAttribute);
  return o;
}
