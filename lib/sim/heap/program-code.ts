/** Calls from the heap into the program: finalizers and callbacks. */

import { safePoint } from "../gc/safe-point";
import { enterFrame, leaveFrame } from "./call-frame";
import type { HeapState, ProgramCode } from "./heap-state";

/**
 * Call the program. An error in it is kept for whoever started the operation and does not stop the death or the
 * collection that is under way (`PyErr_WriteUnraisable`).
 *
 * Anything may have changed after this: read the memory again.
 */
export function callProgram(h: HeapState, code: ProgramCode, object: number): void {
  const callsHaveFrames = h.profile.objects.callsHaveFrames && !h.interpreted;
  if (callsHaveFrames) enterFrame(h, code);
  // The start of a Python function is a check of the eval breaker.
  if (!h.interpreted) safePoint(h);
  try {
    code(object);
  } catch (error) {
    h.unraisable.push(error);
  }
  if (callsHaveFrames) leaveFrame(h, code, object);
}
