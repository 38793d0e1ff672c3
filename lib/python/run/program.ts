/** A module's code, executed as the main program. Mirrors `run_mod`, `PyEval_EvalCode`. */

import { decref, incref } from "../../sim/heap/refcount";
import type { Code } from "../compile/code";
import { createCodeObject } from "../objects/code-object";
import { Frame, ResultGoes } from "./frame";
import { run } from "./loop";
import type { Machine } from "./machine";
import { linkFrame } from "./push-call";

/**
 * Execute the code of a module.
 *
 * @param globals - The dict of the module, borrowed: of `__main__` unless told otherwise.
 * @returns false with an exception set.
 * @throws {ProgramStopped} When the host stops it.
 */
export function runModule(
  m: Machine,
  code: Code,
  fileName = "<string>",
  globals: number = m.main.id,
): boolean {
  const object = createCodeObject(m, code, fileName);
  const frame = new Frame(object, 0, globals, m.builtins.id);
  frame.base = m.frame === null ? 0 : m.frame.limit;
  frame.top = frame.base + code.slotCount;
  frame.resultGoes = ResultGoes.TO_NATIVE;
  incref(m.h, globals);
  frame.locals = globals;
  m.stack.fill(0, frame.base, frame.top);
  linkFrame(m, frame);
  const result = run(m, frame);
  if (result !== 0) decref(m.h, result);
  decref(m.h, object.id);
  return result !== 0;
}
