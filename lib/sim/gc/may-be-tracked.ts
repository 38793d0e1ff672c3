/** Could this object ever be part of a cycle? Mirrors `_PyObject_GC_MAY_BE_TRACKED`. */

import { Field, Layout } from "../heap/memory-map";
import { Static } from "../objects/static-object";

/** Containers may; of tuples, only those that are still tracked; atoms never. */
export function mayBeTracked(memory: Int32Array, o: number): boolean {
  if ((memory[o + Field.LAYOUT]! & Layout.ATOM) !== 0) return false;
  return memory[o + Field.TYPE] !== Static.TUPLE_TYPE || memory[o + Field.GC_NEXT] !== 0;
}
