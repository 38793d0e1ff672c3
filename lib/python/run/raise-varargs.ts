/** The instruction RAISE_VARARGS: `raise`, `raise e`, `raise e from cause`. Mirrors `do_raise` in `Python/ceval.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { setCause } from "../objects/exception-cause";
import { repr } from "../objects/text";
import { isSubtype, typeOf } from "../objects/type-lookup";
import { call } from "./call";
import { raise, raiseObject, restoreError } from "./error";
import type { Frame } from "./frame";
import type { Machine } from "./machine";
import { popOperand } from "./operands";

/** [exception [cause]] -- . An exception is set after this. @returns whether it is the handled one, raised again. */
export function raiseVarargs(m: Machine, frame: Frame, count: number): boolean {
  if (count === 0) return raiseAgain(m);
  const cause = count === 2 ? popOperand(m, frame) : 0;
  const exception = popOperand(m, frame);
  const value = instanceOf(m, exception, "exceptions must derive from BaseException");
  decref(m.h, exception);
  if (value !== 0 && (cause === 0 || addCause(m, value, cause))) raiseObject(m, value);
  else if (value !== 0) decref(m.h, value);
  if (cause !== 0) decref(m.h, cause);
  return false;
}

function raiseAgain(m: Machine): boolean {
  const { handled } = m;
  if (handled === 0) {
    raise(m, "RuntimeError", "No active exception to reraise");
    return false;
  }
  incref(m.h, handled);
  restoreError(m, handled);
  return true;
}

function addCause(m: Machine, exception: number, cause: number): boolean {
  const value =
    cause === Static.NONE ? 0 : instanceOf(m, cause, "exception causes must derive from BaseException");
  if (value === 0 && cause !== Static.NONE) return false;
  setCause(m, exception, value);
  if (value !== 0) decref(m.h, value);
  return true;
}

/** The exception itself, or a new one of the class. Owned; 0 = exception set. */
function instanceOf(m: Machine, o: number, otherwise: string): number {
  if (isException(m, m.h.memory[o + Field.TYPE]!)) {
    incref(m.h, o);
    return o;
  }
  if (!isException(m, o)) return raise(m, "TypeError", otherwise);
  const value = call(m, o, []);
  if (value === 0 || isException(m, typeOf(m, value).id)) return value;
  const text = `calling ${repr(m, o)} should have returned an instance of BaseException, not ${repr(m, typeOf(m, value).id)}`;
  decref(m.h, value);
  return raise(m, "TypeError", text);
}

function isException(m: Machine, type: number): boolean {
  return m.types.has(type) && isSubtype(m, type, m.typeNames.get("BaseException")!);
}
