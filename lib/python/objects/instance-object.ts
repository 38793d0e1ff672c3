/** What every object has by way of its class: `__dict__`. Mirrors `_PyObject_GetDictPtr`, `PyObject_GenericGetDict`. */

import { slot } from "../../sim/heap/slot";
import { dictOf, keepsValues } from "../../sim/objects/instance-dict";
import type { Machine } from "../run/machine";
import { typeOf } from "./type-lookup";

/**
 * The dict of an object's attributes, borrowed; 0 when it can have none, or none has been made yet.
 *
 * @param make - Make it when there is none yet.
 */
export function instanceDict(m: Machine, o: number, make: boolean): number {
  const { record, slots } = typeOf(m, o);
  if (slots.dict !== undefined) return slots.dict(m, o, make);
  if (record === null || !record.hasDict) return 0;
  if (make) return dictOf(m.h, o, record);
  if (keepsValues(m.h, o, record)) return m.h.splitValues.get(o)?.dict ?? 0;
  return slot(m.h, o, record.slotCount);
}
