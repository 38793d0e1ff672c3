/** How the heap calls `__del__`. Mirrors `slot_tp_finalize` in `Objects/typeobject.c`. */

import type { ProgramCode } from "../../sim/heap/heap-state";
import { decref, incref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { writeUnraisable } from "../builtins/sys/unraisable-hook";
import type { Machine } from "../run/machine";
import { callSpecial } from "./special-method";
import { lookupType, typeOf } from "./type-lookup";

const codes = new WeakMap<Machine, ProgramCode>();

/** The finalizer of every class that has a `__del__`: it calls what the class has now. One for the machine. */
export function finalizerCode(m: Machine): ProgramCode {
  let code = codes.get(m);
  if (code === undefined) {
    code = (o) => finalize(m, o);
    codes.set(m, code);
  }
  return code;
}

/** An exception that is pending outside stays pending; one of `__del__` itself is told to standard error, and ignored. */
function finalize(m: Machine, o: number): void {
  const method = lookupType(m, typeOf(m, o), internedStr(m.h, "__del__"));
  if (method === 0) return;
  const pending = m.error;
  m.error = 0;
  incref(m.h, method);
  const result = callSpecial(m, o, "__del__", []);
  if (result === 0) writeUnraisable(m, method);
  else if (result !== null) decref(m.h, result);
  decref(m.h, method);
  m.error = pending;
}
