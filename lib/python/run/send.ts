/** The instruction SEND: one step of `yield from`. Mirrors `PyIter_Send`, `_PyGen_FetchStopIterationValue`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { exceptionMember } from "../objects/exception-object";
import { makeNone } from "../objects/make-atom";
import { typeOf } from "../objects/type-lookup";
import { callMethod } from "./call";
import { clearError, errorIs } from "./error";
import { type Frame, ResultGoes } from "./frame";
import { isResumable, resumeGenerator } from "./generator";
import type { Machine } from "./machine";
import { popOperand, pushOperand } from "./operands";

/**
 * receiver, value -- receiver, yielded; or, when it has ended, -- result, and a jump to `target`.
 *
 * @returns the frame to go on in; null with an exception set.
 */
export function send(m: Machine, frame: Frame, target: number): Frame | null {
  const value = popOperand(m, frame);
  const receiver = m.stack[frame.top - 1]!;
  const isGenerator = m.h.memory[receiver + Field.TYPE] === Static.GENERATOR_TYPE;
  if (isGenerator && isResumable(m, receiver))
    return resumeGenerator(m, receiver, value, ResultGoes.ENDS_SEND);
  const item = sendTo(m, receiver, value);
  decref(m.h, value);
  if (item !== 0) {
    pushOperand(m, frame, item);
    return frame;
  }
  const result = takeStopValue(m);
  if (result === 0) return null;
  decref(m.h, popOperand(m, frame));
  pushOperand(m, frame, result);
  frame.pc = target - 4;
  return frame;
}

/** The value with which an iterator has ended that gave 0; owned. @returns 0 when another exception is set. */
export function takeStopValue(m: Machine): number {
  if (m.error === 0) return makeNone(m);
  if (!errorIs(m, "StopIteration")) return 0;
  const value = exceptionMember(m, m.error, "value") || Static.NONE;
  incref(m.h, value);
  clearError(m);
  return value;
}

function sendTo(m: Machine, receiver: number, value: number): number {
  const { next } = typeOf(m, receiver).slots;
  if (value === Static.NONE && next !== undefined) return next(m, receiver);
  return callMethod(m, receiver, internedStr(m.h, "send"), [value]);
}
