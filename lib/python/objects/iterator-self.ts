/** What `iter()` of an iterator is. Mirrors `PyObject_SelfIter`. */

import { incref } from "../../sim/heap/refcount";
import type { Machine } from "../run/machine";

/** The object itself, owned. */
export function returnSelf(m: Machine, o: number): number {
  incref(m.h, o);
  return o;
}
