/** Slots of classes that stand for the value of an object: its texts, hash and truth, and calling it. Mirrors `slot_tp_repr` and its like. */

import { decref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { call } from "../run/call";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import type { ClassSlot } from "./class-slots";
import { intValue, isInt, isStr, makeStr, textOf } from "./make-atom";
import { callMethodOf, getAttributeOfType } from "./special-lookup";
import { typeName } from "./type-lookup";

/** `sys.hash_info.modulus`. */
const HASH_MODULUS = 2n ** 61n - 1n;
const LARGEST_HASH = 2n ** 63n;

export const valueSlots: readonly ClassSlot[] = [
  { names: ["__repr__"], slots: { repr: (m, o) => textFrom(m, o, "__repr__") } },
  { names: ["__str__"], slots: { str: (m, o) => textFrom(m, o, "__str__") } },
  { names: ["__format__"], slots: { format: formatOf } },
  { names: ["__hash__"], slots: { hash: hashOf } },
  { names: ["__bool__"], slots: { truth: truthOf } },
  {
    names: ["__call__"],
    slots: {
      call: (m, o, args, keywords) => {
        const method = getAttributeOfType(m, o, "__call__");
        if (method === 0) return 0;
        const result = call(m, method, args, keywords);
        decref(m.h, method);
        return result;
      },
    },
  },
];

function textFrom(m: Machine, o: number, name: string): string | null {
  const result = callMethodOf(m, o, name, []);
  if (result === 0) return null;
  return takeText(m, result, (type) => `${name} returned non-string (type ${type})`);
}

function formatOf(m: Machine, o: number, spec: string): string | null {
  const text = makeStr(m, spec);
  const result = callMethodOf(m, o, "__format__", [text]);
  decref(m.h, text);
  if (result === 0) return null;
  return takeText(m, result, (type) => `__format__ must return a str, not ${type}`);
}

/** @param result - Owned; it is given up. @param complaint - For a result that is no str, by its type. */
function takeText(m: Machine, result: number, complaint: (type: string) => string): string | null {
  const text = isStr(m, result) ? textOf(m, result) : null;
  if (text === null) raise(m, "TypeError", complaint(typeName(m, result)));
  decref(m.h, result);
  return text;
}

/** `slot_tp_hash`: what does not fit into a machine word is hashed as an int. A hash is never -1, which stands for an error. */
function hashOf(m: Machine, o: number): bigint | null {
  const result = callMethodOf(m, o, "__hash__", []);
  if (result === 0) return null;
  const value = isInt(m, result) ? BigInt(intValue(m, result)) : null;
  if (value === null) raise(m, "TypeError", "__hash__ method should return an integer");
  decref(m.h, result);
  if (value === null) return null;
  const hash = value >= -LARGEST_HASH && value < LARGEST_HASH ? value : value % HASH_MODULUS;
  return hash === -1n ? -2n : hash;
}

function truthOf(m: Machine, o: number): number {
  const result = callMethodOf(m, o, "__bool__", []);
  if (result === 0) return -1;
  const isBool = result === Static.TRUE || result === Static.FALSE;
  if (!isBool) raise(m, "TypeError", `__bool__ should return bool, returned ${typeName(m, result)}`);
  decref(m.h, result);
  return isBool ? Number(result === Static.TRUE) : -1;
}
