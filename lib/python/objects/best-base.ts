/** Which of several bases decides what an instance looks like. Mirrors `best_base`, `solid_base` in `Objects/typeobject.c`. */

import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { isSubtype } from "./type-lookup";
import type { TypeObject } from "./type-object";

/** The base whose layout the others' fit to; null with TypeError set when there is none. @param bases - At least one. */
export function bestBase(m: Machine, bases: readonly TypeObject[]): TypeObject | null {
  let base: TypeObject | null = null;
  let winner: TypeObject | null = null;
  for (const candidate of bases) {
    if (candidate.record === null && candidate.native.subclassable !== true)
      return fail(m, `type '${candidate.name}' is not an acceptable base type`);
    const solid = solidBase(m, candidate);
    if (winner === null || (solid !== winner && isSubtype(m, solid.id, winner.id))) {
      winner = solid;
      base = candidate;
    } else if (!isSubtype(m, winner.id, solid.id)) {
      return fail(m, "multiple bases have instance lay-out conflict");
    }
  }
  return base;
}

/** The nearest type that adds something to the layout of instances, other than a dict and a list of weak references. */
function solidBase(m: Machine, type: TypeObject): TypeObject {
  const [parent] = layoutParents(type);
  if (parent === undefined || addsToLayout(m, type, parent)) return type;
  return solidBase(m, parent);
}

/** `tp_base`: the base that decided the layout of a class comes first among those that have it. */
function layoutParents(type: TypeObject): readonly TypeObject[] {
  const slots = (base: TypeObject): number => base.record?.slotCount ?? 0;
  return [...type.bases].sort((a, b) => Number(isPlain(a)) - Number(isPlain(b)) || slots(b) - slots(a));
}

function isPlain(type: TypeObject): boolean {
  return type.native.id === Static.OBJECT_TYPE;
}

function addsToLayout(m: Machine, type: TypeObject, parent: TypeObject): boolean {
  if (type.record !== null) return type.record.slotCount > (parent.record?.slotCount ?? 0);
  const exception = m.typeNames.get("BaseException");
  if (exception === undefined || !isSubtype(m, parent.id, exception)) return true;
  return type.native.addsMembers === true;
}

function fail(m: Machine, message: string): null {
  raise(m, "TypeError", message);
  return null;
}
