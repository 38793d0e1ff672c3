/** Functions of `sys` about the running interpreter. Mirrors `Python/sysmodule.c`. */

import { Field } from "../../../sim/heap/memory-map";
import { incref } from "../../../sim/heap/refcount";
import { internedStr } from "../../../sim/objects/interned-str";
import { Static } from "../../../sim/objects/static-object";
import { exceptionMember, setExceptionMember } from "../../objects/exception-object";
import { intOf, makeFloat, makeInt, makeNone, textOf } from "../../objects/make-atom";
import { makeTuple } from "../../objects/make-container";
import type { NativeDefinition } from "../../objects/native-type";
import { typeName } from "../../objects/type-lookup";
import { raise, raiseWith } from "../../run/error";
import type { Machine } from "../../run/machine";

const SWITCH_INTERVAL_SECONDS = 0.005;

export const interpreterFunctions: readonly NativeDefinition[] = [
  { name: "intern", least: 1, call: (m, [text = 0]) => intern(m, text) },
  { name: "exc_info", call: excInfo },
  { name: "exit", least: 0, most: 1, call: (m, args) => exit(m, args) },
  { name: "getrecursionlimit", call: (m) => makeInt(m, m.recursionLimit) },
  { name: "setrecursionlimit", least: 1, call: (m, [limit = 0]) => setRecursionLimit(m, limit) },
  { name: "getswitchinterval", call: (m) => makeFloat(m, SWITCH_INTERVAL_SECONDS) },
  { name: "getdefaultencoding", call: (m) => internResult(m, "utf-8") },
];

/** `SystemExit`, as if it had been called with the argument. */
function exit(m: Machine, args: readonly number[]): 0 {
  raiseWith(m, "SystemExit", args);
  const [code] = args;
  if (code !== undefined && m.error !== 0) setExceptionMember(m, m.error, "code", code);
  return 0;
}

function intern(m: Machine, text: number): number {
  if (m.h.memory[text + Field.TYPE] !== Static.STR_TYPE)
    return raise(m, "TypeError", `intern() argument must be str, not ${typeName(m, text)}`);
  return internResult(m, textOf(m, text));
}

function internResult(m: Machine, text: string): number {
  const o = internedStr(m.h, text);
  incref(m.h, o);
  return o;
}

/** Type, value and traceback of the exception that is being handled, or None three times. */
function excInfo(m: Machine): number {
  const { handled } = m;
  const traceback = handled === 0 ? 0 : exceptionMember(m, handled, "traceback");
  const type = handled === 0 ? 0 : m.h.memory[handled + Field.TYPE]!;
  const parts = [type, handled, traceback].map((part) => part || Static.NONE);
  for (const part of parts) incref(m.h, part);
  return makeTuple(m, parts);
}

function setRecursionLimit(m: Machine, o: number): number {
  const limit = intOf(m, o);
  if (limit === null) return 0;
  if (limit < 1) return raise(m, "ValueError", "recursion limit must be greater or equal than 1");
  if (m.depth >= limit) {
    const place = `${limit} at the recursion depth ${m.depth}`;
    return raise(m, "RecursionError", `cannot set the recursion limit to ${place}: the limit is too low`);
  }
  m.recursionLimit = Number(limit);
  return makeNone(m);
}
