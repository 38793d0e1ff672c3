/** A function as error messages name it. Mirrors `_PyObject_FunctionStr`. */

import { Field } from "../../sim/heap/memory-map";
import { Static } from "../../sim/objects/static-object";
import { functionName, functionQualname } from "../objects/function-object";
import { str } from "../objects/text";
import { clearError } from "./error";
import type { Machine } from "./machine";

/** For example `__main__.f()`, or up to 3.8 `f()`; what is no function is named as `str` does. */
export function functionText(m: Machine, callable: number): string {
  if (m.h.memory[callable + Field.TYPE] === Static.FUNCTION_TYPE)
    return m.rules.texts.qualifiesFunctions
      ? `__main__.${functionQualname(m, callable)}()`
      : `${functionName(m, callable)}()`;
  const text = str(m, callable);
  if (text === null) clearError(m);
  return text ?? "object";
}
