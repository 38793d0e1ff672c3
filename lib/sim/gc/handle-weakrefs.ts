/** Weak references to garbage: all are cleared, then the callbacks of those that are no garbage themselves are called. Mirrors `handle_weakrefs`. */

import type { HeapState } from "../heap/heap-state";
import { Field, GcRefs, gcRefsAt, Layout, Place } from "../heap/memory-map";
import { decrefInFull, incref } from "../heap/refcount";
import { callBack, clearWeakref, weakrefsOf } from "../objects/weakref-list";
import { move } from "./gc-list";

/** What happened. */
export interface WeakrefsHandled {
  /** Has code of the program run? */
  readonly called: boolean;
  /** Weak references that died after their callback: CPython counts them among the collected objects. */
  readonly freed: number;
}

/** @param old - The list on which the called weak references go on. */
export function handleWeakrefs(h: HeapState, unreachable: number, old: number): WeakrefsHandled {
  if (h.weakrefs.size === 0) return { called: false, freed: 0 };
  const { memory } = h;
  const plainToo = h.profile.collector.clearsWeakrefs === "before finalizers";
  for (let o = memory[unreachable + Field.GC_NEXT]!; o !== unreachable; o = memory[o + Field.GC_NEXT]!) {
    const layout = memory[o + Field.LAYOUT]!;
    if ((layout & Layout.WEAKREF) !== 0 && (plainToo || hasCallback(h, o))) clearWeakref(h, o);
    if ((layout & Layout.WEAKLY_REFERENCED) !== 0) clearAll(h, o, plainToo);
  }
  return callAll(h, old);
}

/** Clear the weak references to one object; those whose callback is to be called wait on a list of their own. */
function clearAll(h: HeapState, o: number, plainToo: boolean): void {
  for (const ref of [...weakrefsOf(h, o)]) {
    if (!plainToo && !hasCallback(h, ref)) continue;
    clearWeakref(h, ref);
    const isGarbage = h.memory[gcRefsAt(h.memory, ref)] === GcRefs.TENTATIVELY_UNREACHABLE;
    if (!hasCallback(h, ref) || isGarbage) continue;
    incref(h, ref);
    move(h.memory, ref, Place.CALLBACKS_TO_CALL);
  }
}

/** `clear_weakrefs`: what is garbage for certain loses the references that were left to it until now. */
export function clearRemainingWeakrefs(h: HeapState, garbage: number): void {
  const { memory } = h;
  for (let o = memory[garbage + Field.GC_NEXT]!; o !== garbage; o = memory[o + Field.GC_NEXT]!) {
    if ((memory[o + Field.LAYOUT]! & Layout.WEAKLY_REFERENCED) === 0) continue;
    for (const ref of [...weakrefsOf(h, o)]) clearWeakref(h, ref);
  }
}

function hasCallback(h: HeapState, ref: number): boolean {
  return h.weakrefs.get(ref)?.callback !== null;
}

/** They can be called safely: they cannot reach the garbage. */
function callAll(h: HeapState, old: number): WeakrefsHandled {
  let called = false;
  let freed = 0;
  const first = (): number => h.memory[Place.CALLBACKS_TO_CALL + Field.GC_NEXT]!;
  for (let ref = first(); ref !== Place.CALLBACKS_TO_CALL; ref = first()) {
    called = true;
    callBack(h, ref);
    decrefInFull(h, ref);
    if (first() === ref) move(h.memory, ref, old);
    else freed++;
  }
  return { called, freed };
}
