/** Finalizers: `__del__` runs once in an object's life. Mirrors `PyObject_CallFinalizer` (PEP 442). */

import type { HeapState } from "./heap-state";
import { Field, Layout } from "./memory-map";
import { callProgram } from "./program-code";

/**
 * Call the finalizer of `o` if it has one that has not run yet: `__del__` of its class, `close` of a generator.
 *
 * @returns whether it was called: anything may have changed then.
 */
export function finalize(h: HeapState, o: number): boolean {
  const layout = h.memory[o + Field.LAYOUT]!;
  if ((layout & Layout.FINALIZER) === 0 || (layout & Layout.FINALIZED) !== 0) return false;
  h.memory[o + Field.LAYOUT] = layout | Layout.FINALIZED;
  h.onEvent?.({ kind: "finalize", id: o });
  const finalizer = h.classes.get(h.memory[o + Field.TYPE]!)?.finalizer ?? h.closers.get(o);
  if (finalizer !== undefined) callProgram(h, finalizer, o);
  return true;
}
