/** `float`. Mirrors `PyFloat_Type` in `Objects/floatobject.c`. */

import { numberHash } from "../../sim/objects/hash-value";
import { Static } from "../../sim/objects/static-object";
import { CompareOp } from "../compile/opcode";
import type { Machine } from "../run/machine";
import { holds } from "./compare";
import { createFloatObject } from "./float-create";
import { floatAttributes, floatMethods } from "./float-method";
import { floatBinary, floatUnary, isReal } from "./float-operator";
import { floatRepr } from "./float-text";
import { formatFloatObject } from "./format-float";
import { order } from "./int-arithmetic";
import { floatValue, intValue, makeBool, makeNotImplemented } from "./make-atom";
import type { NativeType } from "./native-type";

export const floatType: NativeType = {
  name: "float",
  id: Static.FLOAT_TYPE,
  subclassable: true,
  slots: {
    create: (m, _, args, keywords) => createFloatObject(m, args, keywords),
    repr: (m, o) => floatRepr(floatValue(m, o)),
    format: formatFloatObject,
    hash: hashOfFloat,
    compare: compareFloats,
    truth: (m, o) => (floatValue(m, o) === 0 ? 0 : 1),
    binary: floatBinary,
    unary: floatUnary,
  },
  methods: floatMethods,
  attributes: floatAttributes,
};

function hashOfFloat(m: Machine, o: number): bigint {
  const value = floatValue(m, o);
  if (!Number.isNaN(value)) return numberHash(value);
  return m.rules.atoms.nanHashIsAddress ? BigInt(o) : 0n;
}

/** Exactly, whatever the size of the int (`float_richcompare`). NaN is different from everything. */
function compareFloats(m: Machine, op: number, a: number, b: number): number {
  if (!isReal(m, a) || !isReal(m, b)) return makeNotImplemented(m);
  const [x, y] = [intValue(m, a), intValue(m, b)];
  if (Number.isNaN(x) || Number.isNaN(y)) return makeBool(m, op === CompareOp.NE);
  return makeBool(m, holds(op, order(x, y)));
}
