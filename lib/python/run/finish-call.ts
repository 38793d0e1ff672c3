/** The end of a call as its caller sees it: the operands go, and the result comes. */

import { decref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { Op } from "../compile/opcode";
import { typeName } from "../objects/type-lookup";
import { raise } from "./error";
import { type Frame, ResultGoes } from "./frame";
import type { Machine } from "./machine";
import { popOperand, pushOperand, releaseCall } from "./operands";

/** A call is over with a result, which is owned. @returns false with an exception set; the operands are gone in any case. */
export function finishCall(m: Machine, caller: Frame, callee: Frame, result: number): boolean {
  switch (callee.resultGoes) {
    case ResultGoes.INSTANCE:
      return finishConstruction(m, caller, callee, result);
    case ResultGoes.ENDS_LOOP:
      decref(m.h, result);
      endStep(m, caller);
      return true;
    case ResultGoes.ENDS_SEND:
      endStep(m, caller);
      pushOperand(m, caller, result);
      return true;
    default:
      releaseHeldOperands(m, caller, callee);
      pushOperand(m, caller, result);
      return true;
  }
}

/** A call is over with an exception: its operands go. */
export function abandonCall(m: Machine, caller: Frame, callee: Frame): void {
  const { instance } = callee;
  callee.instance = 0;
  if (instance !== 0) decref(m.h, instance);
  releaseHeldOperands(m, caller, callee);
}

/** `__init__` has returned: anything but None is an error (`slot_tp_init`). */
function finishConstruction(m: Machine, caller: Frame, callee: Frame, result: number): boolean {
  const { instance } = callee;
  if (result !== Static.NONE) {
    raise(m, "TypeError", `__init__() should return None, not '${typeName(m, result)}'`);
    decref(m.h, result);
    abandonCall(m, caller, callee);
    return false;
  }
  decref(m.h, result);
  callee.instance = 0;
  releaseHeldOperands(m, caller, callee);
  pushOperand(m, caller, instance);
  return true;
}

/** The generator that the caller steps has ended: it goes, and the caller jumps. */
function endStep(m: Machine, caller: Frame): void {
  caller.pc = caller.code.instructions[caller.pc + 1]! - 4;
  decref(m.h, popOperand(m, caller));
}

/** CALL_FUNCTION_EX releases the callable first in every version. */
function releaseHeldOperands(m: Machine, caller: Frame, callee: Frame): void {
  if (callee.operands < 0) return;
  const { held } = callee;
  callee.held = 0;
  if (held !== 0) decref(m.h, held);
  if (callee.copies !== null) for (const o of callee.copies) decref(m.h, o);
  const isSpread = caller.code.instructions[caller.pc] === Op.CALL_FUNCTION_EX;
  releaseCall(m, caller, callee.operands, isSpread || m.rules.calls.releasesOperands === "upwards");
}
