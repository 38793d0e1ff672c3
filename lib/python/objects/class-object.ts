/** Class statements. Mirrors `builtin___build_class__` in `Python/bltinmodule.c`. */

import { decref } from "../../sim/heap/refcount";
import { slot } from "../../sim/heap/slot";
import { createDict } from "../../sim/objects/dict";
import { Static } from "../../sim/objects/static-object";
import { createTuple } from "../../sim/objects/tuple";
import { runClassBody } from "../run/class-body";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { unsupportedMetaclass } from "./class-limits";
import { construct } from "./construct";
import { textOf } from "./make-atom";
import type { Keywords, NativeDefinition } from "./native-type";
import { isSubtype, typeOf } from "./type-lookup";
import { typeNew } from "./type-new";

/** `__build_class__`: what LOAD_BUILD_CLASS pushes. */
export const buildClassDefinition: NativeDefinition = {
  name: "__build_class__",
  least: 2,
  most: Number.POSITIVE_INFINITY,
  keywords: "any",
  call: buildClass,
};

/**
 * `class name(*bases): ...`: run the body, then make the class from the dict that it has filled. The class is owned by the
 * caller; 0 = exception set.
 *
 * @param args - The function of the body, the name, the bases.
 */
export function buildClass(m: Machine, args: readonly number[], keywords: Keywords): number {
  const [func, name, ...bases] = args as [number, number, ...number[]];
  const text = textOf(m, name);
  if (hasMetaclass(m, bases, keywords)) return unsupportedMetaclass(m, text);
  const tuple = createTuple(m.h, bases);
  const namespace = createDict(m.h);
  const cell = runClassBody(m, func, namespace);
  const cls = cell === 0 ? 0 : makeClass(m, name, tuple, namespace, keywords);
  if (cell !== 0) decref(m.h, cell);
  decref(m.h, namespace);
  decref(m.h, tuple);
  return cls;
}

/** A base that is no class decides what makes the class: `class C(5)` calls `int`. */
function makeClass(m: Machine, name: number, bases: number, namespace: number, keywords: Keywords): number {
  const first = slot(m.h, bases, 0);
  const meta = first === 0 ? Static.TYPE_TYPE : typeOf(m, first).id;
  if (meta !== Static.TYPE_TYPE) return construct(m, meta, [name, bases, namespace], keywords);
  const cls = typeNew(m, textOf(m, name), bases, namespace);
  if (cls === 0 || keywords === null || keywords.size === 0) return cls;
  // `object.__init_subclass__` takes nothing, and no class here has another.
  const owner = m.rules.calls.qualifiesMethods ? `${m.types.get(cls)!.qualname}.` : "";
  decref(m.h, cls);
  return raise(m, "TypeError", `${owner}__init_subclass__() takes no keyword arguments`);
}

function hasMetaclass(m: Machine, bases: readonly number[], keywords: Keywords): boolean {
  const meta = keywords?.get("metaclass") ?? Static.TYPE_TYPE;
  return meta !== Static.TYPE_TYPE || bases.some((base) => isSubtype(m, base, Static.TYPE_TYPE));
}
