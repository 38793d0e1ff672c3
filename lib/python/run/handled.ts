/** The exception that is being handled: what `sys.exc_info()` tells, and what becomes the context of the next one. Mirrors `_PyErr_StackItem`. */

import { decref, incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { exceptionMember } from "../objects/exception-object";
import type { Frame } from "./frame";
import type { Machine } from "./machine";

/** What one call stack, or one generator, handles. */
export class HandledException {
  /** Owned; 0 = none. */
  value = 0;
  /** Up to 3.10, its traceback, owned; 0 = none. */
  traceback = 0;
  /** The tracebacks of the exceptions that PUSH_EXC_INFO has put on the operand stack, owned. */
  readonly outer: number[] = [];
  /** What is handled by who runs the generator. */
  previous: HandledException | null = null;
}

/** `_PyErr_GetTopmostException`: a generator that handles none shows that of its caller. @returns it, borrowed; 0 = none. */
export function topmostHandled(handling: HandledException): number {
  for (let one: HandledException | null = handling; one !== null; one = one.previous) {
    if (one.value !== 0) return one.value;
  }
  return 0;
}

/** PUSH_EXC_INFO: exception -- what was handled until now | None, exception. */
export function pushHandled(m: Machine, frame: Frame): void {
  const { h, handling, stack } = m;
  const at = frame.top - 1;
  const exception = stack[at]!;
  if (handling.value === 0) incref(h, Static.NONE);
  stack[at] = handling.value === 0 ? Static.NONE : handling.value;
  stack[at + 1] = exception;
  frame.top++;
  incref(h, exception);
  handling.value = exception;
  if (!m.rules.exceptions.handlerHoldsTraceback) return;
  handling.outer.push(handling.traceback);
  handling.traceback = exceptionMember(m, exception, "traceback");
  if (handling.traceback !== 0) incref(h, handling.traceback);
}

/** POP_EXCEPT: what was handled before is handled again. */
export function popHandled(m: Machine, frame: Frame): void {
  const { h, handling, stack } = m;
  const before = stack[--frame.top]!;
  const { traceback, value } = handling;
  handling.value = before === Static.NONE ? 0 : before;
  if (m.rules.exceptions.handlerHoldsTraceback) handling.traceback = handling.outer.pop() ?? 0;
  if (before === Static.NONE) decref(h, before);
  if (value !== 0) decref(h, value);
  if (m.rules.exceptions.handlerHoldsTraceback && traceback !== 0) decref(h, traceback);
}
