/** Calls by native code: of anything that can be called. Mirrors `PyObject_Call`, `PyObject_CallMethod`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { slot } from "../../sim/heap/slot";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { loadMethod } from "../objects/attribute";
import type { Keywords } from "../objects/native-type";
import { typeName, typeOf } from "../objects/type-lookup";
import { raise } from "./error";
import { ResultGoes } from "./frame";
import { run } from "./loop";
import type { Machine } from "./machine";
import { beginCall, functionFrame, holdAll } from "./push-call";
import { enterNested, leaveNested } from "./recursion";

/**
 * Call an object that the caller holds. Arguments are borrowed.
 *
 * @returns an owned reference; 0 = exception set.
 */
export function call(
  m: Machine,
  callable: number,
  args: readonly number[],
  keywords: Keywords = null,
): number {
  const type = m.h.memory[callable + Field.TYPE];
  if (type === Static.FUNCTION_TYPE) return callFunction(m, callable, args, keywords, 0);
  if (type === Static.METHOD_TYPE)
    return call(m, slot(m.h, callable, 0), [slot(m.h, callable, 1), ...args], keywords);
  const { slots } = typeOf(m, callable);
  if (slots.call !== undefined) return slots.call(m, callable, args, keywords);
  return raise(m, "TypeError", `'${typeName(m, callable)}' object is not callable`);
}

/** `o.name(*args)`. @param name - An interned str. @returns an owned reference; 0 = exception set. */
export function callMethod(m: Machine, o: number, name: number, args: readonly number[]): number {
  const found = loadMethod(m, o, name);
  if (found === 0) return 0;
  const method = Math.abs(found);
  const result = call(m, method, found < 0 ? [o, ...args] : args);
  decref(m.h, method);
  return result;
}

/**
 * Call a Python function: a loop of its own runs it. This is where the simulator's own stack grows.
 *
 * @param locals - The dict in which the body of a class stores its names, borrowed; 0 for a function.
 */
export function callFunction(
  m: Machine,
  func: number,
  args: readonly number[],
  keywords: Keywords,
  locals: number,
): number {
  if (!enterNested(m)) return 0;
  if (m.rules.calls.calleeOwnsArguments) incref(m.h, func);
  const frame = functionFrame(m, func, m.frame === null ? 0 : m.frame.limit);
  frame.resultGoes = ResultGoes.TO_NATIVE;
  if (locals !== 0) incref(m.h, locals);
  frame.locals = locals;
  const names = keywords === null ? [] : [...keywords.keys()].map((name) => internedStr(m.h, name));
  const values = keywords === null ? [] : holdAll(m, [...keywords.values()]);
  const begun = beginCall(m, frame, { positional: holdAll(m, args), names, values });
  const result = begun ? run(m, frame) : 0;
  leaveNested(m);
  return result;
}
