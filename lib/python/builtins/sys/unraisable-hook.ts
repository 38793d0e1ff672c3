/** Errors that nobody can catch: of finalizers, of callbacks. Mirrors `_PyErr_WriteUnraisableMsg` in `Python/errors.c`. */

import { Field } from "../../../sim/heap/memory-map";
import { decref, incref } from "../../../sim/heap/refcount";
import { slot } from "../../../sim/heap/slot";
import { lookup } from "../../../sim/objects/namespace";
import { Static } from "../../../sim/objects/static-object";
import { exceptionMember } from "../../objects/exception-object";
import { makeNone } from "../../objects/make-atom";
import { nativeCallable } from "../../objects/native-function";
import type { NativeDefinition, NativeType } from "../../objects/native-type";
import { repr } from "../../objects/text";
import { call } from "../../run/call";
import { clearError } from "../../run/error";
import type { Machine } from "../../run/machine";
import { addTraceback } from "../../run/traceback";
import { ownTracebackText } from "../../run/traceback-text";
import { createStructSequence, structSequenceType } from "./struct-sequence";

/** What `sys.unraisablehook` is called with. */
export const unraisableArgsType: NativeType = structSequenceType("UnraisableHookArgs", [
  "exc_type",
  "exc_value",
  "exc_traceback",
  "err_msg",
  "object",
]);

export const unraisableFunctions: readonly NativeDefinition[] = [
  { name: "unraisablehook", least: 1, call: (m, [args = 0]) => defaultHook(m, args) },
];

/**
 * `PyErr_WriteUnraisable`: tell of the pending exception, and forget it.
 *
 * @param o - What has raised it: a finalizer, a callback. Borrowed; 0 = nobody.
 * @param what - The words between "Exception ignored" and the object.
 */
export function writeUnraisable(m: Machine, o: number, what = "in:"): void {
  const { error } = m;
  if (error === 0) return;
  if (exceptionMember(m, error, "traceback") === 0 && m.frame !== null) addTraceback(m, error, m.frame);
  m.error = 0;
  const hook = m.sys === null ? 0 : lookup(m.h, m.sys, "unraisablehook");
  if (hook === 0 || isDefault(m, hook)) writeError(m, error, o, what);
  else callHook(m, hook, error, o);
  decref(m.h, error);
}

/** A hook of the program gets it all as one tuple with names; its own errors go the same way, to the default hook. */
function callHook(m: Machine, hook: number, error: number, o: number): void {
  const traceback = exceptionMember(m, error, "traceback");
  const parts = [m.h.memory[error + Field.TYPE]!, error, traceback, Static.NONE, o].map(
    (part) => part || Static.NONE,
  );
  for (const part of parts) incref(m.h, part);
  const args = createStructSequence(m, "UnraisableHookArgs", parts);
  incref(m.h, hook);
  const result = call(m, hook, [args]);
  if (result !== 0) decref(m.h, result);
  else {
    writeError(m, m.error, hook);
    clearError(m);
  }
  decref(m.h, hook);
  decref(m.h, args);
}

function defaultHook(m: Machine, args: number): number {
  const o = slot(m.h, args, 4);
  writeError(m, slot(m.h, args, 1), o === Static.NONE ? 0 : o);
  return makeNone(m);
}

function writeError(m: Machine, error: number, o: number, what = "in:"): void {
  const pending = m.error;
  m.error = 0;
  if (o !== 0) m.host.writeError(`Exception ignored ${what} ${reprOrFailure(m, o)}\n`);
  m.host.writeError(ownTracebackText(m, error));
  m.error = pending;
}

function reprOrFailure(m: Machine, o: number): string {
  const text = repr(m, o);
  if (text !== null) return text;
  clearError(m);
  return "<object repr() failed>";
}

function isDefault(m: Machine, hook: number): boolean {
  if (m.h.memory[hook + Field.TYPE] !== m.typeNames.get("builtin_function_or_method")) return false;
  return nativeCallable(m, hook).definition === unraisableFunctions[0];
}
