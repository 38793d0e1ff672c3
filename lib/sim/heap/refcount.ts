/** The two operations that everything rests on. Mirrors `Py_INCREF` and `Py_DECREF` in Include/object.h. */

import { HeapCorruptionError } from "../errors";
import { dealloc } from "./dealloc";
import type { HeapState } from "./heap-state";
import { Field, State } from "./memory-map";
import { reportCount } from "./report";

/** Add one reference to `o`. Immortal objects stay as they are. @throws {HeapCorruptionError} When `o` is dead. */
export function incref(h: HeapState, o: number): void {
  const { memory } = h;
  const refcnt = memory[o + Field.REFCNT]!;
  if (refcnt <= 0) return uncounted(refcnt, "incref");
  memory[o + Field.REFCNT] = refcnt + 1;
  if (memory[State.OBSERVED] !== 0) reportCount(h, "incref", o, refcnt + 1);
}

/**
 * Take one reference from `o`, in two steps: subtract, then test for 0 and deallocate.
 *
 * The test looks at the value that this subtraction produced, as `Py_DECREF` does. Nothing can happen between the
 * steps here: that is what holding the GIL buys. @throws {HeapCorruptionError} When `o` is dead.
 */
export function decref(h: HeapState, o: number): void {
  const { memory } = h;
  const refcnt = memory[o + Field.REFCNT]!;
  if (refcnt <= 0) return uncounted(refcnt, "decref");
  memory[o + Field.REFCNT] = refcnt - 1;
  if (memory[State.OBSERVED] !== 0) reportCount(h, "decref", o, refcnt - 1);
  if (refcnt === 1) dealloc(h, o);
}

function uncounted(refcnt: number, operation: string): void {
  if (refcnt < 0) return;
  throw new HeapCorruptionError(
    `${operation} of an object that has been deallocated. Each reference may be given up once. In CPython this corrupts memory and raises no exception.`,
  );
}
