/** Step 1: copy every reference count. Mirrors `update_refs` in gc.c. */

import { Field, gcRefsAt } from "../heap/memory-map";

/** After this, `GC_REFS` of every object in `containers` equals its `REFCNT`, so it is above 0. */
export function updateRefs(memory: Int32Array, containers: number): void {
  for (let o = memory[containers + Field.GC_NEXT]!; o !== containers; o = memory[o + Field.GC_NEXT]!) {
    memory[gcRefsAt(memory, o)] = memory[o + Field.REFCNT]!;
  }
}
