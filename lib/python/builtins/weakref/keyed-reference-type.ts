/** The type of the references that a `WeakValueDictionary` holds: they know the key. Mirrors `KeyedRef` of `Lib/weakref.py`. */

import { createMemberObject } from "../../../sim/heap/member-object";
import { incref } from "../../../sim/heap/refcount";
import { slot } from "../../../sim/heap/slot";
import { Static } from "../../../sim/objects/static-object";
import type { EvaluationRules } from "../../../sim/profile/evaluation-rules";
import type { NativeType } from "../../objects/native-type";
import { raise } from "../../run/error";
import type { Machine } from "../../run/machine";
import { makeReference } from "./make-reference";
import { referenceType } from "./reference-type";

const POINTER_BYTES = 8;
const KEY = 1;

/** Simplified: in CPython it is a class of Python, with `__slots__`, which each reference holds. */
export function keyedReferenceType(rules: EvaluationRules): NativeType {
  return {
    name: "KeyedRef",
    module: "weakref",
    base: referenceType(rules).name,
    slots: { create },
    attributes: [{ name: "key", get: key }],
  };
}

function create(m: Machine, type: number, args: readonly number[]): number {
  const [value, callback = Static.NONE, keyObject] = args;
  if (value === undefined || keyObject === undefined)
    return raise(m, "TypeError", `KeyedRef() takes 3 arguments (${args.length} given)`);
  const layout = { type, members: ["wr_callback", "key"] };
  return makeReference(m, value, callback, {
    kind: "subclass",
    create: (h) =>
      createMemberObject(h, layout, h.profile.objects.weakrefBytes + POINTER_BYTES, [0, keyObject]),
  });
}

function key(m: Machine, ref: number): number {
  const o = slot(m.h, ref, KEY);
  incref(m.h, o);
  return o;
}
