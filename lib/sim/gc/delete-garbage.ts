/** Breaks the references among the garbage; reference counting does the rest. Mirrors `delete_garbage` in gc.c. */

import { clear, clearAttributes } from "../heap/clear";
import type { HeapState } from "../heap/heap-state";
import { Field, GcRefs, gcRefsAt } from "../heap/memory-map";
import { decrefInFull, incref } from "../heap/refcount";
import { saveGarbage } from "./garbage";
import { move } from "./gc-list";

/**
 * Clear each object of `collectable` until the list is empty. An object that outlives its own clearing is moved to
 * `old`: something that cannot be cleared still holds it, and it dies when that does. With `DEBUG_SAVEALL` nothing is
 * cleared: everything goes to `gc.garbage`.
 *
 * For the pair A, B: clearing A drops `A.b`, B falls to 0 and dies first, its `a` drops A, and A dies when the
 * collector gives up the reference that it held meanwhile.
 */
export function deleteGarbage(h: HeapState, collectable: number, old: number): void {
  for (
    let o = h.memory[collectable + Field.GC_NEXT]!;
    o !== collectable;
    o = h.memory[collectable + Field.GC_NEXT]!
  ) {
    if (h.savesAll) saveGarbage(h, o);
    else {
      incref(h, o);
      if (h.memory[o + Field.LAYOUT] === 0) clearAttributes(h, o);
      else clear(h, o);
      decrefInFull(h, o);
    }
    const { memory } = h;
    if (memory[collectable + Field.GC_NEXT] === o) {
      memory[gcRefsAt(memory, o)] = GcRefs.REACHABLE;
      move(memory, o, old);
    }
  }
}
