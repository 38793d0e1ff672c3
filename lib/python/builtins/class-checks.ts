/** `isinstance`, `issubclass`, `callable`. Mirrors `Objects/abstract.c`. */

import { Field } from "../../sim/heap/memory-map";
import { Static } from "../../sim/objects/static-object";
import { referentOf } from "../../sim/objects/weakref-list";
import { makeBool } from "../objects/make-atom";
import { itemsOf } from "../objects/make-container";
import type { NativeDefinition } from "../objects/native-type";
import { isSubtype, typeOf } from "../objects/type-lookup";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";

export const classFunctions: readonly NativeDefinition[] = [
  { name: "isinstance", least: 2, call: (m, [o = 0, classes = 0]) => isInstance(m, o, classes) },
  { name: "issubclass", least: 2, call: (m, [cls = 0, classes = 0]) => isSubclass(m, cls, classes) },
  {
    name: "callable",
    least: 1,
    call: (m, [o = 0]) => makeBool(m, typeOf(m, o).slots.call !== undefined),
  },
];

function isInstance(m: Machine, o: number, classes: number): number {
  return answer(m, classes, instanceTypes(m, o), m.rules.texts.badIsinstance);
}

/** A proxy is an instance of its own type, and of that of its object, as its `__class__` says. */
function instanceTypes(m: Machine, o: number): number[] {
  const type = m.h.memory[o + Field.TYPE]!;
  const referent = m.h.weakrefs.get(o)?.kind === "proxy" ? referentOf(m.h, o) : 0;
  return referent === 0 ? [type] : [type, m.h.memory[referent + Field.TYPE]!];
}

function isSubclass(m: Machine, cls: number, classes: number): number {
  if (!isClass(m, cls)) return raise(m, "TypeError", "issubclass() arg 1 must be a class");
  return answer(m, classes, [cls], m.rules.texts.badIssubclass);
}

/** Is any of the types a subtype of one of the classes? @param classes - A class, or a tuple of such, nested or not. */
function answer(m: Machine, classes: number, types: readonly number[], badClasses: string): number {
  const found = search(m, classes, types);
  return found === null ? raise(m, "TypeError", badClasses) : makeBool(m, found);
}

function search(m: Machine, classes: number, types: readonly number[]): boolean | null {
  if (isClass(m, classes)) return types.some((type) => isSubtype(m, type, classes));
  if (!isSubtype(m, m.h.memory[classes + Field.TYPE]!, Static.TUPLE_TYPE)) return null;
  for (const one of itemsOf(m, classes)) {
    const found = search(m, one, types);
    if (found !== false) return found;
  }
  return false;
}

function isClass(m: Machine, o: number): boolean {
  return m.types.has(o);
}
