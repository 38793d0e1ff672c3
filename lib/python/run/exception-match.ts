/** Does an `except` clause take the exception? Mirrors `CHECK_EXC_MATCH`, `PyErr_GivenExceptionMatches`. */

import { Field } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { makeBool } from "../objects/make-atom";
import { itemsOf } from "../objects/make-container";
import { isSubtype } from "../objects/type-lookup";
import { raise } from "./error";
import type { Frame } from "./frame";
import type { Machine } from "./machine";
import { popOperand, pushOperand } from "./operands";

/** exception, class or tuple of classes -- exception, bool. */
export function checkMatch(m: Machine, frame: Frame): boolean {
  const wanted = popOperand(m, frame);
  const isTuple = m.h.memory[wanted + Field.TYPE] === Static.TUPLE_TYPE;
  const classes = isTuple ? itemsOf(m, wanted) : [wanted];
  const fits = classes.every((one) => isExceptionClass(m, one));
  const type = m.h.memory[m.stack[frame.top - 1]! + Field.TYPE]!;
  const matches = fits && classes.some((one) => isSubtype(m, type, one));
  decref(m.h, wanted);
  if (fits) pushOperand(m, frame, makeBool(m, matches));
  else raise(m, "TypeError", "catching classes that do not inherit from BaseException is not allowed");
  return fits;
}

function isExceptionClass(m: Machine, o: number): boolean {
  return m.types.has(o) && isSubtype(m, o, m.typeNames.get("BaseException")!);
}
