/** What exceptions do: their construction, texts and attributes. Mirrors `BaseException_*`, `KeyError_str`, `StopIteration_init` ... in `Objects/exceptions.c`. */

import { decref, incref } from "../../sim/heap/refcount";
import { createDict } from "../../sim/objects/dict";
import { Static } from "../../sim/objects/static-object";
import { createTuple } from "../../sim/objects/tuple";
import type { EvaluationRules } from "../../sim/profile/evaluation-rules";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { initializeMembers, ownMemberNames } from "./exception-members";
import { createExceptionObject, exceptionMember, setExceptionMember } from "./exception-object";
import { traceAttributes } from "./exception-trace";
import { collectItems } from "./iterate";
import { itemsOf, makeTuple } from "./make-container";
import type { Keywords, NativeAttribute, NativeType, Slots } from "./native-type";
import { repr, str } from "./text";
import { typeName, typeOf } from "./type-lookup";

export const exceptionSlots: Slots = { create, init, repr: reprOf, str: strOf, dict: dictOf };

export const exceptionAttributes: readonly NativeAttribute[] = [
  { name: "args", get: (m, o) => owned(m, exceptionMember(m, o, "args")), set: setArgs },
  { name: "__dict__", get: (m, o) => owned(m, dictOf(m, o, true)) },
  ...traceAttributes,
];

/** What one class has besides: its attributes, and another text of its own. */
export function ownAttributes(
  name: string,
  rules: EvaluationRules,
): Pick<NativeType, "addsMembers" | "attributes" | "slots"> {
  const members = ownMemberNames(name, rules);
  const attributes = members.map(
    (member): NativeAttribute => ({
      name: member,
      get: (m, o) => owned(m, exceptionMember(m, o, member) || Static.NONE),
      set: (m, o, value) => {
        setExceptionMember(m, o, member, value);
        return true;
      },
    }),
  );
  return {
    addsMembers: members.length > 0,
    attributes,
    ...(name === "KeyError" ? { slots: { str: keyErrorText } } : {}),
    ...(name === "ImportError" ? { slots: { str: importErrorText } } : {}),
  };
}

function create(m: Machine, type: number, args: readonly number[], keywords: Keywords): number {
  const o = createExceptionObject(m, type, args);
  if (o === 0 || m.types.get(type)!.record !== null || initializeMembers(m, o, args, keywords)) return o;
  decref(m.h, o);
  return 0;
}

/** `BaseException.__init__` of a subclass: sets `args` again. */
function init(m: Machine, o: number, args: readonly number[], keywords: Keywords): boolean {
  const current = exceptionMember(m, o, "args");
  const items = itemsOf(m, current);
  if (items.length !== args.length || items.some((item, i) => item !== args[i])) {
    const tuple = createTuple(m.h, args);
    setExceptionMember(m, o, "args", tuple);
    decref(m.h, tuple);
  }
  return initializeMembers(m, o, args, keywords);
}

/** `ValueError('a', 1)`; one argument stands there without the comma of a tuple. */
function reprOf(m: Machine, o: number): string | null {
  const args = exceptionMember(m, o, "args");
  const items = itemsOf(m, args);
  const inner = items.length === 1 ? repr(m, items[0]!) : repr(m, args);
  if (inner === null) return null;
  return items.length === 1 ? `${typeName(m, o)}(${inner})` : `${typeName(m, o)}${inner}`;
}

function strOf(m: Machine, o: number): string | null {
  const args = exceptionMember(m, o, "args");
  const items = itemsOf(m, args);
  if (items.length === 0) return "";
  return str(m, items.length === 1 ? items[0]! : args);
}

/** A key alone is shown by its repr: a KeyError of "" would else show nothing. */
function keyErrorText(m: Machine, o: number): string | null {
  const items = itemsOf(m, exceptionMember(m, o, "args"));
  return items.length === 1 ? repr(m, items[0]!) : strOf(m, o);
}

function importErrorText(m: Machine, o: number): string | null {
  const message = exceptionMember(m, o, "msg");
  return message === 0 || typeOf(m, message).id !== Static.STR_TYPE ? strOf(m, o) : str(m, message);
}

function dictOf(m: Machine, o: number, make: boolean): number {
  const known = exceptionMember(m, o, "dict");
  if (known !== 0 || !make) return known;
  const dict = createDict(m.h);
  setExceptionMember(m, o, "dict", dict);
  decref(m.h, dict);
  return dict;
}

function setArgs(m: Machine, o: number, value: number): boolean {
  if (value === 0) {
    raise(m, "TypeError", "args may not be deleted");
    return false;
  }
  const items = collectItems(m, value);
  if (items === null) return false;
  const tuple = makeTuple(m, items);
  setExceptionMember(m, o, "args", tuple);
  decref(m.h, tuple);
  return true;
}

function owned(m: Machine, o: number): number {
  incref(m.h, o);
  return o;
}
