/** The instructions of `with`. Mirrors `BEFORE_WITH`, `WITH_EXCEPT_START`. */

import { Field } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { bind } from "../objects/attribute";
import { exceptionMember } from "../objects/exception-object";
import { lookupType, typeName, typeOf } from "../objects/type-lookup";
import { call } from "./call";
import { raise } from "./error";
import type { Frame } from "./frame";
import type { Machine } from "./machine";
import { pushOperand } from "./operands";

/** manager -- bound `__exit__`, what `__enter__` returns. Both are fetched before either is called. */
export function beforeWith(m: Machine, frame: Frame): boolean {
  const { h, stack } = m;
  const at = frame.top - 1;
  const manager = stack[at]!;
  const enter = method(m, manager, "__enter__");
  if (enter === 0) return false;
  const exit = method(m, manager, "__exit__");
  if (exit === 0) {
    decref(h, enter);
    return false;
  }
  stack[at] = exit;
  decref(h, manager);
  const result = call(m, enter, []);
  decref(h, enter);
  if (result === 0) return false;
  pushOperand(m, frame, result);
  return true;
}

/** exit, lasti, previous, exception -- the same and what `__exit__` returns. */
export function withExceptStart(m: Machine, frame: Frame): boolean {
  const { stack } = m;
  const exception = stack[frame.top - 1]!;
  const exit = stack[frame.top - 4]!;
  const traceback = exceptionMember(m, exception, "traceback") || Static.NONE;
  const result = call(m, exit, [m.h.memory[exception + Field.TYPE]!, exception, traceback]);
  if (result === 0) return false;
  pushOperand(m, frame, result);
  return true;
}

/** `_PyObject_LookupSpecial`: the object itself is not asked. Owned. */
function method(m: Machine, o: number, name: "__enter__" | "__exit__"): number {
  const type = typeOf(m, o);
  const found = lookupType(m, type, internedStr(m.h, name));
  if (found !== 0) return bind(m, found, o, type);
  const { noEnter, noEnterError } = m.rules.texts;
  const isAttributeError = noEnterError === "AttributeError";
  const missed = name === "__exit__" ? " (missed __exit__ method)" : "";
  return raise(m, noEnterError, isAttributeError ? name : noEnter.replace("{0}", typeName(m, o)) + missed);
}
