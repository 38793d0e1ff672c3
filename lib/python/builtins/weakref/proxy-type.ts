/** The types of proxies: weak references that behave as their object. Mirrors `_PyWeakref_ProxyType` in `Objects/weakrefobject.c`. */

import { Field, Layout } from "../../../sim/heap/memory-map";
import { decref, incref } from "../../../sim/heap/refcount";
import { Static } from "../../../sim/objects/static-object";
import { referentOf } from "../../../sim/objects/weakref-list";
import type { EvaluationRules } from "../../../sim/profile/evaluation-rules";
import { getAttribute, setAttribute } from "../../objects/attribute";
import { richCompare } from "../../objects/compare";
import { iterate, next } from "../../objects/iterate";
import type { NativeType, Slots } from "../../objects/native-type";
import { binary, unary } from "../../objects/operator";
import { contains, getItem, lengthOf, setItem } from "../../objects/subscript";
import { addressText, str } from "../../objects/text";
import { isTrue } from "../../objects/truth";
import { typeName, typeOf } from "../../objects/type-lookup";
import { call } from "../../run/call";
import { raise } from "../../run/error";
import type { Machine } from "../../run/machine";

/** Of callable objects and of all others. */
export function proxyTypes({ builtins }: EvaluationRules): readonly NativeType[] {
  const named = builtins.namesWeakrefTypes;
  const module = named ? "weakref" : "builtins";
  const callable: Slots = {
    ...slots,
    call: (m, proxy, args, keywords) => through(m, proxy, 0, (o) => call(m, o, args, keywords)),
  };
  return [
    { name: named ? "ProxyType" : "weakproxy", module, slots },
    { name: named ? "CallableProxyType" : "weakcallableproxy", module, slots: callable },
  ];
}

/** Everything but the repr is done by the object. There is no hash: the object may die. */
const slots: Slots = {
  repr,
  str: (m, proxy) => through(m, proxy, null, (o) => str(m, o)),
  truth: (m, proxy) => through(m, proxy, -1, (o) => isTrue(m, o)),
  length: (m, proxy) => through(m, proxy, -1, (o) => lengthOf(m, o)),
  contains: (m, proxy, item) => through(m, proxy, -1, (o) => contains(m, o, item)),
  getItem: (m, proxy, key) => through(m, proxy, 0, (o) => getItem(m, o, key)),
  setItem: (m, proxy, key, value) => through(m, proxy, false, (o) => setItem(m, o, key, value)),
  iterate: (m, proxy) => through(m, proxy, 0, (o) => iterate(m, o)),
  next: (m, proxy) => through(m, proxy, 0, (o) => nextOf(m, o)),
  unary: (m, op, proxy) => through(m, proxy, 0, (o) => unary(m, op, o)),
  binary: (m, op, a, b) => throughBoth(m, a, b, (left, right) => binary(m, op, left, right)),
  compare: (m, op, a, b) => throughBoth(m, a, b, (left, right) => richCompare(m, op, left, right)),
  getAttribute: (m, proxy, name) => through(m, proxy, 0, (o) => getAttribute(m, o, name)),
  setAttribute: (m, proxy, name, value) => through(m, proxy, false, (o) => setAttribute(m, o, name, value)),
};

/** Do something with the object, which lives at least as long as that takes. @param failed - The result when it is dead. */
function through<Result>(m: Machine, proxy: number, failed: Result, body: (o: number) => Result): Result {
  const o = referentOf(m.h, proxy);
  if (o === 0) {
    raise(m, "ReferenceError", "weakly-referenced object no longer exists");
    return failed;
  }
  incref(m.h, o);
  const result = body(o);
  decref(m.h, o);
  return result;
}

/** The same for two operands, either of which may be a proxy. */
function throughBoth(m: Machine, a: number, b: number, body: (a: number, b: number) => number): number {
  const unwrapped = (o: number, next: (o: number) => number): number =>
    isProxy(m, o) ? through(m, o, 0, next) : next(o);
  return unwrapped(a, (left) => unwrapped(b, (right) => body(left, right)));
}

function isProxy(m: Machine, o: number): boolean {
  return (m.h.memory[o + Field.LAYOUT]! & Layout.WEAKREF) !== 0 && m.h.weakrefs.get(o)?.kind === "proxy";
}

function nextOf(m: Machine, o: number): number {
  if (typeOf(m, o).slots.next !== undefined) return next(m, o);
  return raise(m, "TypeError", `Weakref proxy referenced a non-iterator '${typeName(m, o)}' object`);
}

function repr(m: Machine, proxy: number): string {
  const o = referentOf(m.h, proxy);
  const at = `<weakproxy at ${addressText(m, proxy)}`;
  if (m.rules.builtins.proxyTellsDeath)
    return o === 0 ? `${at}; dead>` : `${at}; to '${typeName(m, o)}' at ${addressText(m, o)}>`;
  return o === 0
    ? `${at} to NoneType at ${addressText(m, Static.NONE)}>`
    : `${at} to ${typeName(m, o)} at ${addressText(m, o)}>`;
}
