/** Breaks the references among the garbage; reference counting does the rest. Mirrors `delete_garbage` in gc_free_threading.c (3.13). */

import { clear } from "../../heap/clear";
import type { HeapState } from "../../heap/heap-state";
import { Field } from "../../heap/memory-map";
import { decrefInFull } from "../../heap/refcount";
import { saveGarbage } from "../garbage";
import { take } from "./worklist";

/**
 * Clear the objects of the worklist one by one, or put them in `gc.garbage` with `DEBUG_SAVEALL`, and give up the
 * worklist's reference. None dies before its own turn. One that outlives it stays tracked.
 *
 * @returns How many there were.
 */
export function deleteWorklist(h: HeapState, unreachable: number, heap: number): number {
  let collected = 0;
  const first = (): number => h.memory[unreachable + Field.GC_NEXT]!;
  for (let o = first(); o !== unreachable; o = first()) {
    take(h, heap, o);
    collected++;
    if (h.savesAll) saveGarbage(h, o);
    else clear(h, o);
    decrefInFull(h, o);
  }
  return collected;
}
