/** Calls that run in the same loop: a frame for a Python function, with its arguments in its slots. Mirrors `_PyEvalFramePushAndInit`, `_PyFunction_Vectorcall`. */

import { enterFrame } from "../../sim/heap/call-frame";
import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { codeOf } from "../objects/code-object";
import { FunctionSlot } from "../objects/function-object";
import { type Arguments, bindArguments } from "./bind-arguments";
import { Frame } from "./frame";
import { leaveFrame } from "./leave-frame";
import type { Machine } from "./machine";
import { checkDepth, recursionError } from "./recursion";

/** A frame for a function, with empty slots from `base` on; not entered yet. @param func - Its reference moves there from 3.11 on. */
export function functionFrame(m: Machine, func: number, base: number): Frame {
  const { memory } = m.h;
  const start = memory[func + Field.START]!;
  const code = codeOf(m, memory[start + FunctionSlot.CODE]!);
  const globals = memory[start + FunctionSlot.GLOBALS]!;
  const frame = m.spareFrames.pop() ?? new Frame(code, func, globals, m.builtins.id);
  frame.reuse(code, func, globals);
  frame.base = base;
  frame.top = base + code.code.slotCount;
  return frame;
}

/** A call is over, and its result is where it goes: its frame can be the next one, unless a generator or a watcher has it. */
export function recycleFrame(m: Machine, frame: Frame): void {
  if (frame.generator === 0 && m.watch === null) m.spareFrames.push(frame);
}

/** Make it the innermost frame. Up to 3.10 it is counted as an allocation, unless it is one that was kept. */
export function linkFrame(m: Machine, frame: Frame): void {
  if (m.h.profile.objects.callsHaveFrames) enterFrame(m.h, frame.code);
  frame.back = m.frame;
  m.frame = frame;
  m.depth++;
}

/**
 * Make it the innermost frame and bind its arguments, whose references move there.
 *
 * @returns false with an exception set, and the frame is gone.
 */
export function beginCall(m: Machine, frame: Frame, args: Arguments): boolean {
  const { base, code, top } = frame;
  if (frame.limit > m.stack.length) return refuse(m, args);
  m.stack.fill(0, base, top);
  linkFrame(m, frame);
  if (bindArguments(m, frame.func, code, base, args) && checkDepth(m)) return true;
  leaveFrame(m, frame);
  return false;
}

/** The same for arguments that are in place: exactly as many as the function has parameters, and nothing else. */
export function beginPlainCall(m: Machine, frame: Frame, args: number): boolean {
  const { base, top } = frame;
  if (frame.limit > m.stack.length) {
    return refuse(m, { positional: [...m.stack.subarray(base, base + args)], names: [], values: [] });
  }
  const { stack } = m;
  for (let i = base + args; i < top; i++) stack[i] = 0;
  linkFrame(m, frame);
  if (m.depth <= m.recursionLimit || checkDepth(m)) return true;
  leaveFrame(m, frame);
  return false;
}

/** Take a reference to each of some objects. @returns them */
export function holdAll(m: Machine, objects: readonly number[]): readonly number[] {
  for (const o of objects) incref(m.h, o);
  return objects;
}

/** The stack has no room for the frame. */
function refuse(m: Machine, { positional, values }: Arguments): false {
  for (const o of [...positional, ...values]) decref(m.h, o);
  return recursionError(m);
}
