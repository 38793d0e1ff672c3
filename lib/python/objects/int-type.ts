/** `int`. Mirrors `PyLong_Type` in `Objects/longobject.c`. */

import { numberHash } from "../../sim/objects/hash-value";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { holds } from "./compare";
import { formatInt } from "./format-int";
import { order } from "./int-arithmetic";
import { createIntObject } from "./int-create";
import { intAttributes, intMethods } from "./int-method";
import { intSlot, intUnary } from "./int-operator";
import { intDigits } from "./int-text";
import { intValue, isInt, makeBool, makeNotImplemented } from "./make-atom";
import type { NativeType } from "./native-type";

export const intType: NativeType = {
  name: "int",
  id: Static.INT_TYPE,
  subclassable: true,
  slots: {
    create: (m, _, args, keywords) => createIntObject(m, args, keywords),
    repr: (m, o) => intDigits(m, intValue(m, o)),
    format: formatInt,
    hash: (m, o) => numberHash(intValue(m, o)),
    compare: compareInts,
    truth: (m, o) => (intValue(m, o) === 0 ? 0 : 1),
    binary: intSlot,
    unary: intUnary,
  },
  methods: intMethods,
  attributes: intAttributes,
};

function compareInts(m: Machine, op: number, a: number, b: number): number {
  if (!isInt(m, a) || !isInt(m, b)) return makeNotImplemented(m);
  return makeBool(m, holds(op, order(intValue(m, a), intValue(m, b))));
}
