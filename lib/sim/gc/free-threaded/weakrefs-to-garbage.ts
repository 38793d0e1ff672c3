/** Weak references to garbage: dead before any other thread runs again; their callbacks come after. Mirrors `clear_weakrefs` and `call_weakref_callbacks` in gc_free_threading.c (3.13). */

import type { HeapState } from "../../heap/heap-state";
import { Field, GcRefs, gcRefsAt, Layout } from "../../heap/memory-map";
import { decrefInFull, incref } from "../../heap/refcount";
import { callBack, clearWeakref, weakrefsOf } from "../../objects/weakref-list";
import { objectsOf } from "./worklist";

/**
 * Clear all weak references to garbage, and those that are garbage themselves.
 *
 * @returns Those with a callback to call, each with a reference of the collector's: not the ones that are garbage.
 */
export function clearWeakrefsOf(h: HeapState, unreachable: number): number[] {
  const callbacks: number[] = [];
  if (h.weakrefs.size === 0) return callbacks;
  for (const o of objectsOf(h.memory, unreachable)) {
    if ((h.memory[o + Field.LAYOUT]! & Layout.WEAKREF) !== 0) clearWeakref(h, o);
    if ((h.memory[o + Field.LAYOUT]! & Layout.WEAKLY_REFERENCED) === 0) continue;
    for (const ref of [...weakrefsOf(h, o)]) {
      clearWeakref(h, ref);
      const isGarbage = h.memory[gcRefsAt(h.memory, ref)] === GcRefs.TENTATIVELY_UNREACHABLE;
      if (isGarbage || h.weakrefs.get(ref)?.callback === null) continue;
      incref(h, ref);
      callbacks.push(ref);
    }
  }
  return callbacks;
}

/** Call them, the one found last first: a worklist is a stack. So of one object's callbacks the oldest runs first. */
export function callWeakrefCallbacks(h: HeapState, callbacks: number[]): void {
  for (let ref = callbacks.pop(); ref !== undefined; ref = callbacks.pop()) {
    callBack(h, ref);
    decrefInFull(h, ref);
  }
}
