/** What an exception was raised from, and whether what was being handled then is shown. Mirrors `PyException_SetCause`. */

import { keepNative } from "../../sim/heap/member-object";
import type { Machine } from "../run/machine";
import { setExceptionMember } from "./exception-object";

/** What is kept beside an exception that hides its context. */
const SUPPRESSES_CONTEXT = "suppresses context";

/** `raise ... from cause`: the context is shown no more. @param cause - Borrowed; 0 = `from None`. */
export function setCause(m: Machine, exception: number, cause: number): void {
  setExceptionMember(m, exception, "cause", cause);
  suppressContext(m, exception, true);
}

/** `__suppress_context__`: does a traceback leave out what was being handled when this exception was raised? */
export function suppressesContext(m: Machine, exception: number): boolean {
  return m.h.native.get(exception) === SUPPRESSES_CONTEXT;
}

/** Set it. */
export function suppressContext(m: Machine, exception: number, suppresses: boolean): void {
  if (suppresses) keepNative(m.h, exception, SUPPRESSES_CONTEXT);
  else m.h.native.delete(exception);
}
