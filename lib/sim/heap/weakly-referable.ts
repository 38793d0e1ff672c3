/** Which objects can be weakly referenced: those whose type has a `tp_weaklistoffset`. */

import { Static } from "../objects/static-object";
import type { HeapState } from "./heap-state";
import { Field } from "./memory-map";

/** Built-in types whose objects can. */
const referable: ReadonlySet<number> = new Set<number>([
  Static.TYPE_TYPE,
  Static.SET_TYPE,
  Static.FROZENSET_TYPE,
  Static.FUNCTION_TYPE,
  Static.METHOD_TYPE,
  Static.GENERATOR_TYPE,
  Static.MODULE_TYPE,
]);

/** Can objects of this built-in type be weakly referenced? */
export function isReferableType(type: number): boolean {
  return referable.has(type);
}

/** Can `weakref.ref(o)` be made? */
export function isWeaklyReferable(h: HeapState, o: number): boolean {
  const type = h.memory[o + Field.TYPE]!;
  return referable.has(type) || h.classes.get(type)?.hasWeaklist === true;
}
