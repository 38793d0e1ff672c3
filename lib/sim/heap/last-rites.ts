/** What an object is due before it dies by its count: its finalizer, then its weak references. Mirrors `subtype_dealloc`. */

import { append } from "../gc/gc-list";
import { untrack } from "../gc/untrack";
import { clearWeakrefs } from "../objects/weakref-list";
import { finalizeByCount, mustFinalize } from "./finalizer";
import type { HeapState } from "./heap-state";
import { Field, GcRefs, gcRefsAt, Layout, NEVER_PLAIN, Place, State } from "./memory-map";

/**
 * Run the finalizer of `o`, once in its life, then clear its weak references and call their callbacks.
 *
 * @param o - An untracked object with count 0. Anything else may have changed after this: read the memory again.
 * @returns false when the finalizer has made it live on: it is tracked again, and nothing else has happened to it.
 */
export function lastRites(h: HeapState, o: number): boolean {
  const deathsInFull = h.trashcan.full && h.memory[State.PLAIN_FROM] !== NEVER_PLAIN;
  // At this depth every further death must go through the trashcan, which the short way does not know.
  if (deathsInFull) h.memory[State.PLAIN_FROM] = NEVER_PLAIN;
  const dies = finalizeDying(h, o);
  if (dies && (h.memory[o + Field.LAYOUT]! & Layout.WEAKLY_REFERENCED) !== 0) clearWeakrefs(h, o);
  if (deathsInFull) h.memory[State.PLAIN_FROM] = h.onEvent === null ? 1 : NEVER_PLAIN;
  return dies;
}

/**
 * Call the finalizer with a count of 1, the call's own reference. @returns whether the count is 0 again.
 * Source: `PyObject_CallFinalizerFromDealloc`.
 */
function finalizeDying(h: HeapState, o: number): boolean {
  if (!mustFinalize(h, o)) return true;
  h.memory[o + Field.REFCNT] = 1;
  h.memory[gcRefsAt(h.memory, o)] = GcRefs.REACHABLE;
  append(h.memory, Place.GENERATION_0, o);
  h.memory[State.UNTRACKED]!--;
  finalizeByCount(h, o);
  const { memory } = h;
  memory[o + Field.REFCNT]!--;
  if (memory[o + Field.REFCNT]! > 0) {
    h.onEvent?.({ kind: "resurrect", id: o });
    return false;
  }
  if (memory[o + Field.GC_NEXT] !== 0) untrack(memory, o);
  return true;
}
