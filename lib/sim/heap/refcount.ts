/** The two operations that everything rests on. Mirrors `Py_INCREF` and `Py_DECREF` in Include/object.h. */

import { HeapCorruptionError } from "../errors";
import { dealloc } from "./dealloc";
import type { HeapState } from "./heap-state";
import { Field, NEVER_PLAIN, State } from "./memory-map";
import { reportCount } from "./report";

/** Add one reference to `o`. @throws {HeapCorruptionError} When `o` is dead. */
export function incref(h: HeapState, o: number): void {
  const { memory } = h;
  const refcnt = memory[o + Field.REFCNT]!;
  if (refcnt >= memory[State.PLAIN_FROM]!) memory[o + Field.REFCNT] = refcnt + 1;
  else increfInFull(h, o);
}

/** Take one reference from `o`, and deallocate it if that was the last one. @throws {HeapCorruptionError} When `o` is dead. */
export function decref(h: HeapState, o: number): void {
  const { memory } = h;
  const refcnt = memory[o + Field.REFCNT]!;
  if (refcnt > memory[State.PLAIN_FROM]!) memory[o + Field.REFCNT] = refcnt - 1;
  else decrefInFull(h, o);
}

function increfInFull(h: HeapState, o: number): void {
  const { memory } = h;
  if (memory[o + Field.REFCNT] === 0) throwDead("incref");
  memory[o + Field.REFCNT]!++;
  reportCount(h, "incref", o);
}

/**
 * A decref in full is two steps: subtract, then test for 0 and deallocate. For callers that expect a death.
 *
 * The test looks at the value that this subtraction produced, as `Py_DECREF` does. Nothing can happen between the
 * steps here: that is what holding the GIL buys.
 */
export function decrefInFull(h: HeapState, o: number): void {
  const { memory } = h;
  if (memory[o + Field.REFCNT] === 0) throwDead("decref");
  const refcnt = memory[o + Field.REFCNT]! - 1;
  memory[o + Field.REFCNT] = refcnt;
  if (memory[State.PLAIN_FROM] === NEVER_PLAIN) reportCount(h, "decref", o);
  if (refcnt === 0) dealloc(h, o);
}

function throwDead(operation: string): never {
  throw new HeapCorruptionError(
    `${operation} of an object that has been deallocated. Each reference may be given up once. In CPython this corrupts memory and raises no exception.`,
  );
}
