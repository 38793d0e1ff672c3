/** A class that gets a `__del__` when it has instances already. Mirrors `update_slot` for `tp_finalize`. */

import { objectsOf } from "../gc/objects";
import type { HeapState, ProgramCode } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import type { ClassRecord } from "./class-record";

/** Its instances have a finalizer from now on, those that are there and those that come. */
export function giveFinalizer(h: HeapState, cls: ClassRecord, code: ProgramCode): void {
  if (cls.finalizer !== undefined) return;
  cls.giveFinalizer(code);
  for (const o of objectsOf(h)) {
    if (h.memory[o + Field.TYPE] === cls.id) h.memory[o + Field.LAYOUT]! |= Layout.FINALIZER;
  }
}
