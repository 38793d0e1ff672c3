/** Where an exception came by, and what it came from: `__traceback__`, `__cause__`, `__context__`, notes. Mirrors `BaseException_getset` in `Objects/exceptions.c`. */

import { decref, incref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { append, createList } from "../../sim/objects/list";
import { Static } from "../../sim/objects/static-object";
import type { EvaluationRules } from "../../sim/profile/evaluation-rules";
import { clearError, errorIs, raise } from "../run/error";
import type { Machine } from "../run/machine";
import { getAttribute, setAttribute } from "./attribute";
import { setCause as setExceptionCause, suppressContext, suppressesContext } from "./exception-cause";
import { exceptionMember, setExceptionMember } from "./exception-object";
import { isStr, makeBool, makeNone } from "./make-atom";
import type { NativeAttribute, NativeDefinition } from "./native-type";
import { isTrue } from "./truth";
import { isSubtype, typeName, typeOf } from "./type-lookup";

export const traceAttributes: readonly NativeAttribute[] = [
  { name: "__traceback__", get: (m, o) => owned(m, exceptionMember(m, o, "traceback")), set: setTraceback },
  { name: "__cause__", get: (m, o) => owned(m, exceptionMember(m, o, "cause")), set: setCause },
  { name: "__context__", get: (m, o) => owned(m, exceptionMember(m, o, "context")), set: setContext },
  {
    name: "__suppress_context__",
    get: (m, o) => makeBool(m, suppressesContext(m, o)),
    set: (m, o, value) => {
      const truth = value === 0 ? 0 : isTrue(m, value);
      if (truth >= 0) suppressContext(m, o, truth === 1);
      return truth >= 0;
    },
  },
];

/** The methods that a version has. */
export function traceMethods({ exceptions }: EvaluationRules): readonly NativeDefinition[] {
  const withTraceback: NativeDefinition = {
    name: "with_traceback",
    least: 1,
    call: (m, [o, traceback]) => (setTraceback(m, o!, traceback!) ? owned(m, o!) : 0),
  };
  const note: NativeDefinition = {
    name: "add_note",
    least: 1,
    call: (m, [o, text]) => addNote(m, o!, text!),
  };
  return exceptions.hasNotes ? [withTraceback, note] : [withTraceback];
}

function setTraceback(m: Machine, o: number, value: number): boolean {
  const isNone = value === Static.NONE;
  if (value === 0 || (!isNone && typeOf(m, value).id !== Static.TRACEBACK_TYPE))
    return fail(
      m,
      value === 0 ? "__traceback__ may not be deleted" : "__traceback__ must be a traceback or None",
    );
  setExceptionMember(m, o, "traceback", isNone ? 0 : value);
  return true;
}

function setCause(m: Machine, o: number, value: number): boolean {
  if (!isException(m, value)) return fail(m, "exception cause must be None or derive from BaseException");
  setExceptionCause(m, o, value === Static.NONE ? 0 : value);
  return true;
}

function setContext(m: Machine, o: number, value: number): boolean {
  if (!isException(m, value)) return fail(m, "exception context must be None or derive from BaseException");
  setExceptionMember(m, o, "context", value === Static.NONE ? 0 : value);
  return true;
}

function isException(m: Machine, value: number): boolean {
  if (value === 0 || value === Static.NONE) return value !== 0;
  return isSubtype(m, typeOf(m, value).id, m.typeNames.get("BaseException")!);
}

/** The notes are an attribute like any other, made with the first one. */
function addNote(m: Machine, o: number, note: number): number {
  if (!isStr(m, note)) return raise(m, "TypeError", `note must be a str, not '${typeName(m, note)}'`);
  const key = internedStr(m.h, "__notes__");
  let notes = getAttribute(m, o, key);
  if (notes === 0) {
    if (!errorIs(m, "AttributeError")) return 0;
    clearError(m);
    notes = createList(m.h);
    setAttribute(m, o, key, notes);
  }
  append(m.h, notes, note);
  decref(m.h, notes);
  return makeNone(m);
}

function fail(m: Machine, message: string): false {
  raise(m, "TypeError", message);
  return false;
}

/** @param o - 0 = None. */
function owned(m: Machine, o: number): number {
  if (o === 0) return makeNone(m);
  incref(m.h, o);
  return o;
}
