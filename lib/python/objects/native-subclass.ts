/** Instances of classes that inherit from `list`, `dict`, `int` and the like. Mirrors `subtype_new` of each, `tp_alloc` of a subclass. */

import { decref } from "../../sim/heap/refcount";
import { becomeInstance } from "../../sim/objects/become-instance";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import type { Keywords } from "./native-type";
import type { TypeObject } from "./type-object";

/**
 * `T.__new__(cls, *args)`: an object as the built-in base makes it, whose class is the subclass from the beginning. What
 * `__init__` fills is left empty. The result is owned; 0 = exception set.
 */
export function nativeSubclassInstance(
  m: Machine,
  type: TypeObject,
  args: readonly number[],
  keywords: Keywords,
): number {
  const { create, init } = type.slots;
  const { id = 0 } = type.native;
  // `frozenset(s)` of another one is that other one, which keeps its items.
  const makes = id === Static.FROZENSET_TYPE ? m.types.get(Static.SET_TYPE)!.slots.create! : create!;
  const plain = init === undefined ? makes(m, id, args, keywords) : makes(m, id, [], null);
  if (plain === 0) return 0;
  const o = becomeInstance(m.h, plain, type.record!);
  decref(m.h, plain);
  return o;
}
