/** Slots of classes for operators and comparisons. Mirrors `SLOT1BINFULL`, `slot_tp_richcompare` in `Objects/typeobject.c`. */

import { decref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { INPLACE } from "../compile/opcode";
import type { Machine } from "../run/machine";
import type { ClassSlot } from "./class-slots";
import { makeNotImplemented } from "./make-atom";
import type { UnaryOp } from "./native-type";
import { callMethodOf } from "./special-lookup";
import { callSpecial } from "./special-method";
import { binaryNames, compareNames, unaryNames } from "./special-names";
import { isSubtype, lookupType, typeOf } from "./type-lookup";

const binarySpecials = binaryNames.flatMap((name) => [`__${name}__`, `__r${name}__`, `__i${name}__`]);

export const operatorSlots: readonly ClassSlot[] = [
  { names: compareNames, slots: { compare: (m, op, a, b) => callMethodOf(m, a, compareNames[op]!, [b]) } },
  { names: binarySpecials, slots: { binary: binaryOfClass } },
  {
    names: Object.values(unaryNames),
    slots: { unary: (m, op: UnaryOp, o) => callMethodOf(m, o, unaryNames[op], []) },
  },
];

/**
 * `a op b`, where `a` or `b` or both are of a class with operators: `__op__` of the left one, then `__rop__` of the right
 * one; the other way round when the right one's class inherits from the left one's and has a `__rop__` of its own.
 *
 * Every class has this very function, so that it is not called twice for two operands that both have it.
 */
export function binaryOfClass(m: Machine, op: number, a: number, b: number): number {
  const left = typeOf(m, a);
  const right = typeOf(m, b);
  if (op >= INPLACE) return tryCall(m, a, `__i${binaryNames[op - INPLACE]}__`, b);
  const name = `__${binaryNames[op]}__`;
  const reflected = `__r${binaryNames[op]}__`;
  let triesRight = left !== right && right.slots.binary === binaryOfClass;
  if (left.slots.binary === binaryOfClass) {
    if (triesRight && isSubtype(m, right.id, left.id) && isOverloaded(m, a, b, reflected)) {
      const result = tryCall(m, b, reflected, a);
      if (result !== m.notImplemented) return result;
      decref(m.h, result);
      triesRight = false;
    }
    const result = tryCall(m, a, name, b);
    if (result !== m.notImplemented || left === right) return result;
    decref(m.h, result);
  }
  return triesRight ? tryCall(m, b, reflected, a) : makeNotImplemented(m);
}

/** Has the right one's class another method of this name than the left one's (`method_is_overloaded`)? */
function isOverloaded(m: Machine, a: number, b: number, name: string): boolean {
  const key = internedStr(m.h, name);
  const ofRight = lookupType(m, typeOf(m, b), key);
  return ofRight !== 0 && ofRight !== lookupType(m, typeOf(m, a), key);
}

/** @returns NotImplemented, owned, when there is no such method. */
function tryCall(m: Machine, o: number, name: string, other: number): number {
  return callSpecial(m, o, name, [other]) ?? makeNotImplemented(m);
}
