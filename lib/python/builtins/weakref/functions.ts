/** Functions of the module `weakref`. Mirrors `Modules/_weakref.c`. */

import { createContainer } from "../../../sim/heap/create";
import { incref } from "../../../sim/heap/refcount";
import { deleteItem, item } from "../../../sim/objects/dict";
import { Static } from "../../../sim/objects/static-object";
import { referentOf, weakrefShape, weakrefsOf } from "../../../sim/objects/weakref-list";
import { dictKey } from "../../objects/hash-object";
import { makeInt, makeNone } from "../../objects/make-atom";
import { makeList } from "../../objects/make-container";
import type { NativeDefinition } from "../../objects/native-type";
import { typeOf } from "../../objects/type-lookup";
import type { Machine } from "../../run/machine";
import { makeReference } from "./make-reference";

/** By the names of the module; `ref` is a type. */
export const weakrefFunctions: readonly NativeDefinition[] = [
  { name: "proxy", least: 1, most: 2, call: (m, [o = 0, callback]) => proxy(m, o, callback) },
  { name: "getweakrefcount", least: 1, call: (m, [o = 0]) => makeInt(m, weakrefsOf(m.h, o).length) },
  { name: "getweakrefs", least: 1, call: (m, [o = 0]) => getWeakrefs(m, o) },
  { name: "_remove_dead_weakref", least: 2, call: (m, [dict = 0, key = 0]) => removeDead(m, dict, key) },
];

function proxy(m: Machine, o: number, callback: number = Static.NONE): number {
  const callable = typeOf(m, o).slots.call !== undefined;
  const type = m.typeNames.get(proxyTypeName(m, callable))!;
  return makeReference(m, o, callback, {
    kind: "proxy",
    create: (h) => createContainer(h, weakrefShape(h, type)),
  });
}

/** The name of the type of proxies to objects that can, or cannot, be called. */
export function proxyTypeName(m: Machine, callable: boolean): string {
  if (m.rules.builtins.namesWeakrefTypes) return callable ? "CallableProxyType" : "ProxyType";
  return callable ? "weakcallableproxy" : "weakproxy";
}

function getWeakrefs(m: Machine, o: number): number {
  const refs = [...weakrefsOf(m.h, o)];
  for (const ref of refs) incref(m.h, ref);
  return makeList(m, refs);
}

/** `del dict[key]`, if what is there is a dead weak reference. A key that is gone, or has a new value, is left alone. */
function removeDead(m: Machine, dict: number, key: number): number {
  const known = dictKey(m, dict, key);
  if (known === 0) return 0;
  const ref = item(m.h, dict, known);
  if (ref !== 0 && m.h.weakrefs.has(ref) && referentOf(m.h, ref) === 0) deleteItem(m.h, dict, known);
  return makeNone(m);
}
