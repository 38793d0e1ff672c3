/** `+` and `*` of lists, tuples, strs and bytes, which come after all numbers. Mirrors `sq_concat`, `sequence_repeat` in `Objects/abstract.c`. */

import { decref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { BinaryOp, INPLACE } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { isInt, makeNotImplemented } from "./make-atom";
import type { Slots } from "./native-type";
import { lookupType, typeName, typeOf } from "./type-lookup";

/** Types whose `+` and `*` are those of sequences. Classes that inherit them are sequences as long as they do. */
const SEQUENCES: ReadonlySet<string> = new Set(["list", "tuple", "str", "bytes"]);

/** How an operand takes part as a number (`nb_add`); undefined when it does not, or only as a sequence. */
export function numberSlot(m: Machine, op: BinaryOp, o: number): Slots["binary"] {
  const isSequence = (op === BinaryOp.ADD || op === BinaryOp.MULTIPLY) && sequenceSlot(m, o) !== undefined;
  return isSequence ? undefined : typeOf(m, o).slots.binary;
}

/** `a + b` or `a * b` of sequences, owned; NotImplemented when neither operand is one. @param op - May be in place. */
export function sequenceOperator(m: Machine, op: number, a: number, b: number): number {
  const plain: BinaryOp = op & ~INPLACE;
  if (plain !== BinaryOp.ADD && plain !== BinaryOp.MULTIPLY) return makeNotImplemented(m);
  const left = sequenceSlot(m, a);
  const isRepeat = plain === BinaryOp.MULTIPLY;
  if (left !== undefined) {
    if (isRepeat && !isIndex(m, b)) return badCount(m, b);
    return applyLeft(m, left, op, a, b);
  }
  const right = isRepeat ? sequenceSlot(m, b) : undefined;
  if (right === undefined) return makeNotImplemented(m);
  return isIndex(m, a) ? right(m, plain, a, b) : badCount(m, a);
}

/** In place where the type can; else a new sequence. */
function applyLeft(m: Machine, slot: NonNullable<Slots["binary"]>, op: number, a: number, b: number): number {
  if (op >= INPLACE) {
    const result = slot(m, op, a, b);
    if (result !== m.notImplemented) return result;
    decref(m.h, result);
  }
  return slot(m, op & ~INPLACE, a, b);
}

function sequenceSlot(m: Machine, o: number): Slots["binary"] {
  const { native, slots } = typeOf(m, o);
  return SEQUENCES.has(native.name) && slots.binary === native.slots?.binary ? slots.binary : undefined;
}

/** `_PyIndex_Check`. */
function isIndex(m: Machine, o: number): boolean {
  return isInt(m, o) || lookupType(m, typeOf(m, o), internedStr(m.h, "__index__")) !== 0;
}

function badCount(m: Machine, o: number): 0 {
  return raise(m, "TypeError", `can't multiply sequence by non-int of type '${typeName(m, o)}'`);
}
