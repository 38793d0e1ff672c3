/** `property`. Mirrors `Objects/descrobject.c`. */

import { createMemberObject } from "../../sim/heap/member-object";
import { decref, incref } from "../../sim/heap/refcount";
import { slot, storeSlot } from "../../sim/heap/slot";
import { item, keysOf } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { call } from "../run/call";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { getAttribute } from "./attribute";
import { fill } from "./fill";
import { textOf } from "./make-atom";
import type { Keywords, NativeAttribute, NativeDefinition, NativeType } from "./native-type";
import { classDict, typeName, typeOf } from "./type-lookup";

/** `propertyobject`. */
const MEMBERS: readonly string[] = ["prop_get", "prop_set", "prop_del", "prop_doc"];
const enum Part {
  GET = 0,
  SET = 1,
  DELETE = 2,
  DOC = 3,
}
const parameters = ["fget", "fset", "fdel", "doc"];

export const propertyType: NativeType = {
  name: "property",
  slots: { create, get, set },
  methods: [copier("getter", Part.GET), copier("setter", Part.SET), copier("deleter", Part.DELETE)],
  attributes: [
    reader("fget", Part.GET),
    reader("fset", Part.SET),
    reader("fdel", Part.DELETE),
    { ...reader("__doc__", Part.DOC), set: setDoc },
  ],
};

/** `property(fget, fset, fdel, doc)`; without a doc that of the getter. */
function create(m: Machine, type: number, args: readonly number[], keywords: Keywords): number {
  if (args.length > parameters.length)
    return raise(m, "TypeError", `property() takes at most 4 arguments (${args.length} given)`);
  const values = parameters.map((name, i) => args[i] ?? keywords?.get(name) ?? 0);
  const parts = values.map((value) => (value === Static.NONE ? 0 : value));
  const o = createMemberObject(m.h, { type, members: MEMBERS }, m.rules.classes.propertyBytes, parts);
  const getter = parts[Part.GET]!;
  if (parts[Part.DOC] !== 0 || getter === 0) return o;
  const doc = getAttribute(m, getter, internedStr(m.h, "__doc__"));
  if (doc === 0) {
    decref(m.h, o);
    return 0;
  }
  storeSlot(m.h, o, Part.DOC, doc === Static.NONE ? 0 : doc);
  if (doc === Static.NONE) decref(m.h, doc);
  return o;
}

function get(m: Machine, o: number, object: number): number {
  if (object === 0) return owned(m, o);
  const getter = slot(m.h, o, Part.GET);
  if (getter !== 0) return call(m, getter, [object]);
  return raise(m, "AttributeError", complaint(m, m.rules.texts.noGetter, o, object));
}

function set(m: Machine, o: number, object: number, value: number): boolean {
  const part = value === 0 ? Part.DELETE : Part.SET;
  const func = slot(m.h, o, part);
  const { noDeleter, noSetter } = m.rules.texts;
  if (func === 0) {
    raise(m, "AttributeError", complaint(m, value === 0 ? noDeleter : noSetter, o, object));
    return false;
  }
  const result = call(m, func, value === 0 ? [object] : [object, value]);
  if (result !== 0) decref(m.h, result);
  return result !== 0;
}

/** The text for a property that has a name, or for one that has none. */
function complaint(m: Machine, texts: readonly [string, string], o: number, object: number): string {
  const name = nameOf(m, o, object);
  return fill(name === null ? texts[1] : texts[0], typeName(m, object), name ?? "");
}

/**
 * The name under which a class of the object has it.
 *
 * Simplified: real CPython gives the property its name when the class is made; here it is found when it is asked for.
 */
function nameOf(m: Machine, o: number, object: number): string | null {
  for (const type of typeOf(m, object).mro) {
    const dict = type.record === null ? 0 : classDict(m, type.id);
    if (dict === 0) continue;
    const key = keysOf(m.h, dict).find((one) => item(m.h, dict, one) === o);
    if (key !== undefined) return textOf(m, key);
  }
  return null;
}

/** `p.setter(f)`: another property with one function exchanged. */
function copier(name: string, part: Part): NativeDefinition {
  return {
    name,
    least: 1,
    call: (m, [o, func]) => {
      const values = [Part.GET, Part.SET, Part.DELETE].map((i) =>
        i === part ? func! : slot(m.h, o!, i) || Static.NONE,
      );
      return create(m, typeOf(m, o!).id, values, null);
    },
  };
}

function reader(name: string, part: Part): NativeAttribute {
  return { name, get: (m, o) => owned(m, slot(m.h, o, part) || Static.NONE) };
}

function setDoc(m: Machine, o: number, value: number): boolean {
  if (value !== 0) incref(m.h, value);
  storeSlot(m.h, o, Part.DOC, value);
  return true;
}

function owned(m: Machine, o: number): number {
  incref(m.h, o);
  return o;
}
