/** Finalizers: `__del__` runs once in an object's life. Mirrors `PyObject_CallFinalizer` (PEP 442). */

import type { HeapState } from "./heap-state";
import { Field, Layout } from "./memory-map";
import { callProgram } from "./program-code";

/** Has `o` a finalizer that has not run yet: `__del__` of its class, `close` of a generator? */
export function mustFinalize(h: HeapState, o: number): boolean {
  return (h.memory[o + Field.LAYOUT]! & (Layout.FINALIZER | Layout.FINALIZED)) === Layout.FINALIZER;
}

/**
 * The collector's call: the object counts as finalized before its finalizer runs (`finalize_garbage`).
 *
 * @returns whether it was called: anything may have changed then.
 */
export function finalize(h: HeapState, o: number): boolean {
  if (!mustFinalize(h, o)) return false;
  h.memory[o + Field.LAYOUT]! |= Layout.FINALIZED;
  callFinalizer(h, o);
  return true;
}

/** The call of a death by counting: the object counts as finalized when its finalizer has run. Somebody must hold it meanwhile. */
export function finalizeByCount(h: HeapState, o: number): void {
  callFinalizer(h, o);
  h.memory[o + Field.LAYOUT]! |= Layout.FINALIZED;
}

function callFinalizer(h: HeapState, o: number): void {
  h.onEvent?.({ kind: "finalize", id: o });
  const finalizer = h.classes.get(h.memory[o + Field.TYPE]!)?.finalizer ?? h.closers.get(o);
  if (finalizer !== undefined) callProgram(h, finalizer, o);
}
