/** Finalizers of garbage: each once, in the order of the list, before anything is cleared. Mirrors `finalize_garbage`. */

import { finalize } from "../heap/finalizer";
import type { HeapState } from "../heap/heap-state";
import { Field, Layout, Place } from "../heap/memory-map";
import { decrefInFull, incref } from "../heap/refcount";
import { merge, move } from "./gc-list";

/** @returns whether any was called. What it did to the list, by breaking cycles for example, is done. */
export function finalizeGarbage(h: HeapState, unreachable: number): boolean {
  if (!hasFinalizer(h, unreachable)) return false;
  let called = false;
  const first = (): number => h.memory[unreachable + Field.GC_NEXT]!;
  for (let o = first(); o !== unreachable; o = first()) {
    move(h.memory, o, Place.SEEN);
    if ((h.memory[o + Field.LAYOUT]! & Layout.FINALIZER) === 0) continue;
    incref(h, o);
    if (finalize(h, o)) called = true;
    decrefInFull(h, o);
  }
  merge(h.memory, Place.SEEN, unreachable);
  return called;
}

function hasFinalizer(h: HeapState, unreachable: number): boolean {
  const { memory } = h;
  for (let o = memory[unreachable + Field.GC_NEXT]!; o !== unreachable; o = memory[o + Field.GC_NEXT]!) {
    if ((memory[o + Field.LAYOUT]! & (Layout.FINALIZER | Layout.FINALIZED)) === Layout.FINALIZER) return true;
  }
  return false;
}
