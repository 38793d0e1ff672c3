/** `bool`. Mirrors `PyBool_Type` in `Objects/boolobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { Static } from "../../sim/objects/static-object";
import { BinaryOp } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { intSlot } from "./int-operator";
import { makeBool } from "./make-atom";
import type { Keywords, NativeType } from "./native-type";
import { isTrue } from "./truth";

export const boolType: NativeType = {
  name: "bool",
  id: Static.BOOL_TYPE,
  base: "int",
  slots: {
    create: (m, _, args, keywords) => createBool(m, args, keywords),
    repr: (_, o) => (o === Static.TRUE ? "True" : "False"),
    binary: boolSlot,
  },
};

function createBool(m: Machine, args: readonly number[], keywords: Keywords): number {
  if (keywords !== null && keywords.size > 0)
    return raise(m, "TypeError", "bool() takes no keyword arguments");
  if (args.length > 1) return raise(m, "TypeError", `bool expected at most 1 argument, got ${args.length}`);
  const truth = args.length === 0 ? 0 : isTrue(m, args[0]!);
  return truth < 0 ? 0 : makeBool(m, truth === 1);
}

/** `&`, `|` and `^` of two bools are bools; all else is that of ints. */
function boolSlot(m: Machine, op: number, a: number, b: number): number {
  const areBools = isBool(m, a) && isBool(m, b);
  if (areBools && op === BinaryOp.AND) return makeBool(m, a === Static.TRUE && b === Static.TRUE);
  if (areBools && op === BinaryOp.OR) return makeBool(m, a === Static.TRUE || b === Static.TRUE);
  if (areBools && op === BinaryOp.XOR) return makeBool(m, a !== b);
  return intSlot(m, op, a, b);
}

function isBool(m: Machine, o: number): boolean {
  return m.h.memory[o + Field.TYPE] === Static.BOOL_TYPE;
}
