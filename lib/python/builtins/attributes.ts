/** Attributes by name: `getattr`, `hasattr`, `setattr`, `delattr`. Mirrors `Python/bltinmodule.c`. */

import { decref, incref } from "../../sim/heap/refcount";
import { getAttribute, setAttribute } from "../objects/attribute";
import { internedName } from "../objects/interned-name";
import { isStr, makeBool, makeNone } from "../objects/make-atom";
import type { NativeDefinition } from "../objects/native-type";
import { typeName } from "../objects/type-lookup";
import { clearError, errorIs, raise } from "../run/error";
import type { Machine } from "../run/machine";

export const attributeFunctions: readonly NativeDefinition[] = [
  { name: "getattr", least: 2, most: 3, call: getattr },
  { name: "hasattr", least: 2, call: hasattr },
  { name: "setattr", least: 3, call: (m, [o = 0, name = 0, value = 0]) => store(m, o, name, value) },
  { name: "delattr", least: 2, call: (m, [o = 0, name = 0]) => store(m, o, name, 0) },
];

function getattr(m: Machine, [o = 0, name = 0, otherwise]: readonly number[]): number {
  if (!nameFits(m, "getattr", name)) return 0;
  const value = getAttribute(m, o, internedName(m, name));
  if (value !== 0 || otherwise === undefined || !errorIs(m, "AttributeError")) return value;
  clearError(m);
  incref(m.h, otherwise);
  return otherwise;
}

function hasattr(m: Machine, [o = 0, name = 0]: readonly number[]): number {
  if (!nameFits(m, "hasattr", name)) return 0;
  const value = getAttribute(m, o, internedName(m, name));
  if (value === 0 && !errorIs(m, "AttributeError")) return 0;
  if (value === 0) clearError(m);
  else decref(m.h, value);
  return makeBool(m, value !== 0);
}

/** @param value - 0 = delete. */
function store(m: Machine, o: number, name: number, value: number): number {
  if (!isStr(m, name))
    return raise(m, "TypeError", `attribute name must be string, not '${typeName(m, name)}'`);
  return setAttribute(m, o, internedName(m, name), value) ? makeNone(m) : 0;
}

function nameFits(m: Machine, operation: string, name: number): boolean {
  if (isStr(m, name)) return true;
  const { badAttributeName } = m.rules.texts;
  raise(m, "TypeError", badAttributeName.replace("{0}", operation).replace("{1}", typeName(m, name)));
  return false;
}
