/** Comparison of lists and tuples, item by item. Mirrors `list_richcompare`, `tuplerichcompare`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { CompareOp } from "../compile/opcode";
import type { Machine } from "../run/machine";
import { equals, holds, richCompare } from "./compare";
import { makeBool } from "./make-atom";

/** `a op b` for two sequences of one kind: the first items that differ decide, else the lengths. Owned. */
export function compareSequences(m: Machine, op: CompareOp, a: number, b: number): number {
  if (lengthOf(m, a) !== lengthOf(m, b) && (op === CompareOp.EQ || op === CompareOp.NE))
    return makeBool(m, op === CompareOp.NE);
  for (let i = 0; i < lengthOf(m, a) && i < lengthOf(m, b); i++) {
    const result = compareItems(m, op, itemAt(m, a, i), itemAt(m, b, i));
    if (result !== SAME) return result;
  }
  return makeBool(m, holds(op, lengthOf(m, a) - lengthOf(m, b)));
}

/** No object: the items are equal. */
const SAME = -1;

/** What the comparison of the items decides, owned; 0 = exception set; {@link SAME}. Both live through it. */
function compareItems(m: Machine, op: CompareOp, a: number, b: number): number {
  incref(m.h, a);
  incref(m.h, b);
  const same = equals(m, a, b);
  const result = same < 0 ? 0 : same === 1 ? SAME : decide(m, op, a, b);
  decref(m.h, a);
  decref(m.h, b);
  return result;
}

function decide(m: Machine, op: CompareOp, a: number, b: number): number {
  if (op === CompareOp.EQ || op === CompareOp.NE) return makeBool(m, op === CompareOp.NE);
  return richCompare(m, op, a, b);
}

function lengthOf({ h: { memory } }: Machine, o: number): number {
  return memory[o + Field.LENGTH]!;
}

function itemAt({ h: { memory } }: Machine, o: number, i: number): number {
  return memory[memory[o + Field.START]! + i]!;
}
