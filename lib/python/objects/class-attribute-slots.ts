/** Slots of classes that decide about their instances' attributes. Mirrors `slot_tp_getattr_hook`, `slot_tp_setattro`. */

import { decref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { clearError, errorIs } from "../run/error";
import type { Machine } from "../run/machine";
import type { ClassSlot } from "./class-slots";
import { callMethodOf } from "./special-lookup";
import { lookupType, typeOf } from "./type-lookup";

export const attributeSlots: readonly ClassSlot[] = [
  { names: ["__getattr__", "__getattribute__"], slots: { getAttribute } },
  { names: ["__setattr__", "__delattr__"], slots: { setAttribute } },
];

/** `__getattribute__`, and where that raises AttributeError, `__getattr__`. */
function getAttribute(m: Machine, o: number, name: number): number {
  const value = callMethodOf(m, o, "__getattribute__", [name]);
  if (value !== 0 || !errorIs(m, "AttributeError")) return value;
  if (lookupType(m, typeOf(m, o), internedStr(m.h, "__getattr__")) === 0) return 0;
  clearError(m);
  return callMethodOf(m, o, "__getattr__", [name]);
}

function setAttribute(m: Machine, o: number, name: number, value: number): boolean {
  const result =
    value === 0
      ? callMethodOf(m, o, "__delattr__", [name])
      : callMethodOf(m, o, "__setattr__", [name, value]);
  if (result === 0) return false;
  decref(m.h, result);
  return true;
}
