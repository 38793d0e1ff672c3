/** The operand stack of a frame, from outside of the loop. */

import { decref, incref } from "../../sim/heap/refcount";
import { itemsOf } from "../objects/make-container";
import type { Arguments } from "./bind-arguments";
import type { Frame } from "./frame";
import type { Machine } from "./machine";

/** Take the top operand off: its reference moves to the caller. */
export function popOperand(m: Machine, frame: Frame): number {
  return m.stack[--frame.top]!;
}

/** Put an operand on top: the caller's reference moves there. */
export function pushOperand(m: Machine, frame: Frame, o: number): void {
  m.stack[frame.top++] = o;
}

/** Release operands from the top down to `low`; NULL is passed over. */
export function dropOperands(m: Machine, frame: Frame, low: number): void {
  while (frame.top > low) {
    const o = m.stack[--frame.top]!;
    if (o !== 0) decref(m.h, o);
  }
}

/** Take the uppermost `count` operands off, in their order: the references move to the caller. */
export function takeOperands(m: Machine, frame: Frame, count: number): number[] {
  frame.top -= count;
  return Array.from(m.stack.subarray(frame.top, frame.top + count));
}

/**
 * Release the operands of a call that is over, `low` upwards, in the version's order; NULL is passed over.
 *
 * @param upwards - The callable first.
 */
export function releaseCall(m: Machine, frame: Frame, low: number, upwards: boolean): void {
  if (!upwards) return dropOperands(m, frame, low);
  const { top } = frame;
  frame.top = low;
  for (let i = low; i < top; i++) {
    const o = m.stack[i]!;
    if (o !== 0) decref(m.h, o);
  }
}

/** Arguments that lie on the stack from `base` on: the references move to the caller. @param names - The tuple of KW_NAMES, or 0. */
export function splitArguments(m: Machine, base: number, given: number, names: number): Arguments {
  const named = names === 0 ? [] : itemsOf(m, names);
  const split = base + given - named.length;
  return {
    positional: Array.from(m.stack.subarray(base, split)),
    names: named,
    values: Array.from(m.stack.subarray(split, base + given)),
  };
}

/** Take one more reference to each of the operands from `from` up to before `to`. */
export function holdOperands(m: Machine, from: number, to: number): void {
  for (let i = from; i < to; i++) incref(m.h, m.stack[i]!);
}
