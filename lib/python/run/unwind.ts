/** What happens when an instruction has failed: to the handler, or out of the frame, and so on outwards. Mirrors `exception_unwind` in `Python/ceval.c`. */

import type { ExceptionEntry } from "../compile/code";
import { makeInt } from "../objects/make-atom";
import { abandonCall } from "./finish-call";
import { type Frame, ResultGoes } from "./frame";
import { leaveCall } from "./generator";
import type { Machine } from "./machine";
import { dropOperands, pushOperand } from "./operands";
import { addTraceback } from "./traceback";

/**
 * Find the handler of the pending exception. Operands of each frame go from the top down before the handler runs, and
 * before the slots of a frame that is left.
 *
 * @param frame - The innermost frame, with `pc` and `top` as they were when the instruction failed.
 * @param isReraised - The exception has been in this frame before: no new entry in its traceback.
 * @returns the frame to go on in, at its handler; null when the exception leaves the loop.
 */
export function unwind(m: Machine, frame: Frame, isReraised: boolean): Frame | null {
  if (!isReraised) addTraceback(m, m.error, frame);
  for (let one = frame; ; ) {
    const entry = handlerAt(one);
    if (entry !== undefined) return goToHandler(m, one, entry);
    const { back, resultGoes } = one;
    leaveFailed(m, one);
    if (resultGoes === ResultGoes.TO_NATIVE) return null;
    abandonCall(m, back!, one);
    one = back!;
    addTraceback(m, m.error, one);
  }
}

/** Leave the innermost frame with an exception. */
function leaveFailed(m: Machine, frame: Frame): void {
  dropOperands(m, frame, frame.base + frame.code.code.slotCount);
  leaveCall(m, frame);
}

/** Entries are innermost first. Source: `get_exception_handler`. */
function handlerAt({ code, pc }: Frame): ExceptionEntry | undefined {
  return code.code.exceptionTable.find(({ start, end }) => start <= pc && pc < end);
}

function goToHandler(m: Machine, frame: Frame, { depth, pushLasti, target }: ExceptionEntry): Frame {
  dropOperands(m, frame, frame.base + frame.code.code.slotCount + depth);
  if (pushLasti) pushOperand(m, frame, makeInt(m, frame.pc));
  const { error } = m;
  m.error = 0;
  pushOperand(m, frame, error);
  frame.pc = target - 4;
  return frame;
}
