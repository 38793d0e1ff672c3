/** Is an object true? Mirrors `PyObject_IsTrue`. */

import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { typeOf } from "./type-lookup";

/** `bool(o)`: 1 or 0, or -1 with an exception set. What has neither a truth nor a length is true. */
export function isTrue(m: Machine, o: number): number {
  if (o === Static.TRUE) return 1;
  if (o === Static.FALSE || o === Static.NONE) return 0;
  const { truth, length } = typeOf(m, o).slots;
  if (truth !== undefined) return truth(m, o);
  return length === undefined ? 1 : Math.min(length(m, o), 1);
}
