/** The end of a program by an exception that nobody catches. Mirrors `handle_system_exit`, `PyErr_PrintEx`. */

import { decref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { keepLastException } from "../builtins/sys/last-exception";
import { exceptionMember } from "../objects/exception-object";
import { intOf, isInt } from "../objects/make-atom";
import { str } from "../objects/text";
import { clearError, errorIs, takeError } from "./error";
import type { Machine } from "./machine";
import { tracebackText } from "./traceback-text";

/**
 * Write what CPython writes of the pending exception, and forget it.
 *
 * @returns the exit code: 1, or what `sys.exit` was given.
 */
export function exitCodeOf(m: Machine): number {
  const isExit = errorIs(m, "SystemExit");
  const exception = takeError(m);
  const code = isExit ? systemExit(m, exception) : 1;
  if (!isExit) {
    keepLastException(m, exception);
    m.host.writeError(tracebackText(m, exception));
  }
  decref(m.h, exception);
  return code;
}

/** What is no number is written, and the code is 1. */
function systemExit(m: Machine, exception: number): number {
  const value = exceptionMember(m, exception, "code");
  if (value === 0 || value === Static.NONE) return 0;
  if (isInt(m, value)) return Number(BigInt.asUintN(8, BigInt(intOf(m, value) ?? 0)));
  const text = str(m, value);
  if (text === null) clearError(m);
  else m.host.writeError(`${text}\n`);
  return 1;
}
