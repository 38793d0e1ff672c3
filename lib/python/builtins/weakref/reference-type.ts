/** The type `weakref.ref`. Mirrors `_PyWeakref_RefType` in `Objects/weakrefobject.c`. */

import { Field } from "../../../sim/heap/memory-map";
import { decref, incref } from "../../../sim/heap/refcount";
import { internedStr } from "../../../sim/objects/interned-str";
import { createNativeInstance } from "../../../sim/objects/native-instance";
import { Static } from "../../../sim/objects/static-object";
import { callbackObject, referentOf, type WeakrefMaking } from "../../../sim/objects/weakref-list";
import type { EvaluationRules } from "../../../sim/profile/evaluation-rules";
import { CompareOp } from "../../compile/opcode";
import { getAttribute } from "../../objects/attribute";
import { richCompare } from "../../objects/compare";
import { hashOf } from "../../objects/hash-object";
import { isStr, makeBool, makeNone, textOf } from "../../objects/make-atom";
import type { Keywords, NativeType } from "../../objects/native-type";
import { addressText } from "../../objects/text";
import { isSubtype, typeName } from "../../objects/type-lookup";
import { clearError, raise } from "../../run/error";
import type { Machine } from "../../run/machine";
import { makeReference } from "./make-reference";

/** The type, under the name that the version has for it. Classes may inherit from it. */
export function referenceType({ builtins }: EvaluationRules): NativeType {
  return {
    name: builtins.namesWeakrefTypes ? "ReferenceType" : "weakref",
    module: builtins.namesWeakrefTypes ? "weakref" : "builtins",
    id: Static.WEAKREF_TYPE,
    subclassable: true,
    createsSubclasses: true,
    // `weakref___init__` looks at its arguments and does nothing with them.
    slots: { create, init: () => true, call: dereference, repr, hash, compare },
    attributes: [{ name: "__callback__", get: callback }],
  };
}

/** The layout of an instance of a subclass: the callback comes before what the class adds. */
const SUBCLASS_LAYOUT = { type: Static.WEAKREF_TYPE, members: ["wr_callback"] };

function create(m: Machine, type: number, args: readonly number[], keywords: Keywords): number {
  const [o, callback = Static.NONE] = args;
  const record = m.types.get(type)?.record ?? null;
  if (record === null && keywords !== null && keywords.size > 0)
    return raise(m, "TypeError", "ref() takes no keyword arguments");
  if (o === undefined) return raise(m, "TypeError", "__new__ expected at least 1 argument, got 0");
  if (args.length > 2 && record === null)
    return raise(m, "TypeError", `__new__ expected at most 2 arguments, got ${args.length}`);
  if (record === null) return makeReference(m, o, callback);
  const making: WeakrefMaking = {
    kind: "subclass",
    create: (h) => createNativeInstance(h, record, SUBCLASS_LAYOUT, h.profile.objects.weakrefBytes, [0]),
  };
  return makeReference(m, o, callback, making);
}

/** `ref()`. */
function dereference(m: Machine, ref: number, args: readonly number[]): number {
  if (args.length > 0) return raise(m, "TypeError", `weakref expected 0 arguments, got ${args.length}`);
  const referent = referentOf(m.h, ref);
  if (referent === 0) return makeNone(m);
  incref(m.h, referent);
  return referent;
}

function callback(m: Machine, ref: number): number {
  const o = callbackObject(m.h, ref) || Static.NONE;
  incref(m.h, o);
  return o;
}

function repr(m: Machine, ref: number): string {
  const at = `<${m.types.get(m.h.memory[ref + Field.TYPE]!)!.record === null ? "weakref" : typeName(m, ref)}`;
  const referent = referentOf(m.h, ref);
  if (referent === 0) return `${at} at ${addressText(m, ref)}; dead>`;
  incref(m.h, referent);
  const name = nameOf(m, referent);
  const to = `'${typeName(m, referent)}' at ${addressText(m, referent)}${name === "" ? "" : ` (${name})`}`;
  decref(m.h, referent);
  return `${at} at ${addressText(m, ref)}; to ${to}>`;
}

/** `__name__`, where it is a str. */
function nameOf(m: Machine, o: number): string {
  const name = getAttribute(m, o, internedStr(m.h, "__name__"));
  if (name === 0) clearError(m);
  if (name === 0) return "";
  const text = isStr(m, name) ? textOf(m, name) : "";
  decref(m.h, name);
  return text;
}

/** That of the object, remembered for when it is dead. */
function hash(m: Machine, ref: number): bigint | null {
  const weakref = m.h.weakrefs.get(ref)!;
  if (weakref.hash !== null) return weakref.hash;
  const referent = referentOf(m.h, ref);
  if (referent === 0) return raise(m, "TypeError", "weak object has gone away") || null;
  incref(m.h, referent);
  const value = hashOf(m, referent);
  decref(m.h, referent);
  weakref.hash = value;
  return value;
}

/** Living ones are equal when their objects are; a dead one equals itself only. */
function compare(m: Machine, op: number, a: number, b: number): number {
  const comparable = [a, b].every((o) => isSubtype(m, m.h.memory[o + Field.TYPE]!, Static.WEAKREF_TYPE));
  if ((op !== CompareOp.EQ && op !== CompareOp.NE) || !comparable) {
    incref(m.h, m.notImplemented);
    return m.notImplemented;
  }
  const [first, second] = [referentOf(m.h, a), referentOf(m.h, b)];
  if (first === 0 || second === 0) return makeBool(m, (a === b) === (op === CompareOp.EQ));
  incref(m.h, first);
  incref(m.h, second);
  const result = richCompare(m, op, first, second);
  decref(m.h, first);
  decref(m.h, second);
  return result;
}
