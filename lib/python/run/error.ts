/** Raising exceptions from native code. Mirrors `PyErr_SetString`, `_PyErr_SetObject`, `PyErr_ExceptionMatches`, `PyErr_Clear`. */

import { decref } from "../../sim/heap/refcount";
import { createExceptionObject, exceptionMember, setExceptionMember } from "../objects/exception-object";
import { makeStr } from "../objects/make-atom";
import { isSubtype, typeOf } from "../objects/type-lookup";
import type { Machine } from "./machine";

/** Set an exception with a message. @param kind - The name of a built-in exception. @returns 0, for `return raise(...)`. */
export function raise(m: Machine, kind: string, message: string): 0 {
  const text = makeStr(m, message);
  raiseWith(m, kind, [text]);
  decref(m.h, text);
  return 0;
}

/** Set an exception with arguments, borrowed. @returns 0 */
export function raiseWith(m: Machine, kind: string, args: readonly number[]): 0 {
  const exception = createExceptionObject(m, m.typeNames.get(kind)!, args);
  return exception === 0 ? 0 : raiseObject(m, exception);
}

/** Set an exception object, whose reference moves here. What is being handled becomes its context. @returns 0 */
export function raiseObject(m: Machine, exception: number): 0 {
  const { handled } = m;
  if (handled !== 0 && handled !== exception) setContext(m, exception, handled);
  return restoreError(m, exception);
}

/** Set an exception object again, whose reference moves here, as it is (`PyErr_Restore`). @returns 0 */
export function restoreError(m: Machine, exception: number): 0 {
  const old = m.error;
  m.error = exception;
  if (old !== 0) decref(m.h, old);
  return 0;
}

/** Take the pending exception away: its reference moves to the caller (`PyErr_Fetch`). @returns 0 = there was none. */
export function takeError(m: Machine): number {
  const { error } = m;
  m.error = 0;
  return error;
}

/** Forget the pending exception. */
export function clearError(m: Machine): void {
  const old = m.error;
  m.error = 0;
  if (old !== 0) decref(m.h, old);
}

/** Is the pending exception of this built-in kind? */
export function errorIs(m: Machine, kind: string): boolean {
  return m.error !== 0 && isSubtype(m, typeOf(m, m.error).id, m.typeNames.get(kind)!);
}

/** The chain of contexts must stay one: where the new exception is already in it, it is cut off there. */
function setContext(m: Machine, exception: number, handled: number): void {
  for (let one = handled; one !== 0; ) {
    const context = exceptionMember(m, one, "context");
    if (context === exception) {
      setExceptionMember(m, one, "context", 0);
      break;
    }
    one = context;
  }
  setExceptionMember(m, exception, "context", handled);
}
