/** How the scripts write an object down: by the name that the program has for it, as a literal, or by its type. */

import type { PyObject } from "../../lib/dist";
import { typeName } from "../../lib/dist/sim/objects/type-name";
import { Static } from "../../lib/sim/objects/static-object";
import type { Machine } from "../oracle/tiny-python/machine";

/** @param names - By the object's id. */
export function label(machine: Machine, o: PyObject, names: ReadonlyMap<number, string>): string {
  const atom = machine.atomOf(o);
  const known = names.get(o.id);
  if (atom === null) return "None";
  if (typeof atom === "string") return `'${atom}'`;
  if (atom !== undefined) return String(atom);
  if (known !== undefined) return known;
  return o.id === Static.OBJECT_TYPE ? "object" : `<${typeName(machine.heap.state, o.id)}>`;
}
