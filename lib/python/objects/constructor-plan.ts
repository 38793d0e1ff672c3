/** What the loop must know to make an instance without leaving itself. Mirrors `CALL_NO_KW_ALLOC_AND_ENTER_INIT`. */

import type { ClassRecord } from "../../sim/objects/class-record";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { lookupType, typeOf } from "./type-lookup";
import type { TypeObject } from "./type-object";

/** A class whose instances come from `object.__new__` and are filled by a function of the program. */
export interface ConstructorPlan {
  /** For `createInstance` of lib/sim. */
  readonly record: ClassRecord;
  /**
   * `__init__`: a Python function, borrowed from the class: valid as long as the type's version. 0 = that of `object`, which
   * takes no arguments.
   */
  readonly init: number;
}

/** The plan of a type; null when calling it takes the long way: {@link construct}. Remembered until the type changes. */
export function constructorPlan(m: Machine, type: TypeObject): ConstructorPlan | null {
  if (type.plan === undefined) type.plan = makePlan(m, type);
  return type.plan;
}

function makePlan(m: Machine, type: TypeObject): ConstructorPlan | null {
  const object = m.types.get(Static.OBJECT_TYPE)!;
  if (type.record === null || type.native !== object.native) return null;
  const make = internedStr(m.h, "__new__");
  if (lookupType(m, type, make) !== lookupType(m, object, make)) return null;
  const init = lookupType(m, type, internedStr(m.h, "__init__"));
  if (init === lookupType(m, object, internedStr(m.h, "__init__"))) return { record: type.record, init: 0 };
  return typeOf(m, init).id === Static.FUNCTION_TYPE ? { record: type.record, init } : null;
}
