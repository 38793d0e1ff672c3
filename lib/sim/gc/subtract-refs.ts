/** Step 2: subtract the references that come from inside. Mirrors `subtract_refs` and `visit_decref` in gc.c. */

import { Field, gcRefsAt, Layout } from "../heap/memory-map";
import { ownDict } from "../heap/own-dict";

/**
 * For each reference from an object in `containers` to another one in it, take 1 from the referent's `GC_REFS`.
 *
 * After this, `GC_REFS > 0` means: referenced from outside, certainly reachable. 0 says nothing yet. Objects outside
 * `containers` have `GC_REFS` below 0 and are left alone.
 */
export function subtractRefs(memory: Int32Array, containers: number): void {
  for (let o = memory[containers + Field.GC_NEXT]!; o !== containers; o = memory[o + Field.GC_NEXT]!) {
    const start = memory[o + Field.START]!;
    const end = start + memory[o + Field.LENGTH]!;
    for (let i = start; i < end; i++) visitDecref(memory, memory[i]!);
    if ((memory[o + Field.LAYOUT]! & Layout.SUBCLASS) !== 0) visitDecref(memory, ownDict(memory, o));
    visitDecref(memory, memory[o + Field.TYPE]!);
  }
}

function visitDecref(memory: Int32Array, referent: number): void {
  const refs = memory[gcRefsAt(memory, referent)]!;
  if (refs > 0) memory[gcRefsAt(memory, referent)] = refs - 1;
}
