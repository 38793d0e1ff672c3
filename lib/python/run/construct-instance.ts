/** `C(...)` in the loop: an instance, and a frame for its `__init__`. Mirrors `type_call`, `slot_tp_init`, `CALL_ALLOC_AND_ENTER_INIT`. */

import { decref, incref } from "../../sim/heap/refcount";
import { createInstance } from "../../sim/objects/instance";
import { createTuple } from "../../sim/objects/tuple";
import type { ConstructorPlan } from "../objects/constructor-plan";
import { breakAfterCall } from "./eval-breaker";
import { abandonCall } from "./finish-call";
import { type Frame, ResultGoes } from "./frame";
import type { Machine } from "./machine";
import { holdOperands, splitArguments } from "./operands";
import { beginCall, beginPlainCall, functionFrame } from "./push-call";

/** No `__init__`, no arguments: the instance is the result. */
export function constructPlain(m: Machine, caller: Frame, { record }: ConstructorPlan, low: number): Frame {
  const instance = createInstance(m.h, record);
  const cls = m.stack[low + 1]!;
  m.stack[low] = instance;
  caller.top = low + 1;
  breakAfterCall(m, caller, cls, 0);
  decref(m.h, cls);
  return caller;
}

/** The operands from `low` on are NULL, the class, the arguments. @returns the frame of `__init__`; null with an exception set. */
export function construct(
  m: Machine,
  caller: Frame,
  plan: ConstructorPlan,
  low: number,
  names: number,
): Frame | null {
  const given = caller.top - low - 2;
  if (m.rules.calls.specialisesConstructors && names === 0) {
    const { instructions } = caller.code;
    const cache = caller.pc + 2;
    const isWarm = instructions[cache] === plan.record.id;
    instructions[cache] = plan.record.id;
    if (isWarm) return constructFromOperands(m, caller, plan, low, given);
  }
  return constructFromCopies(m, caller, plan, low, given, names);
}

/** The arguments themselves become the slots of `__init__`. */
function constructFromOperands(
  m: Machine,
  caller: Frame,
  plan: ConstructorPlan,
  low: number,
  given: number,
): Frame | null {
  const { h, stack } = m;
  const instance = createInstance(h, plan.record);
  const cls = stack[low + 1]!;
  incref(h, instance);
  incref(h, plan.init);
  stack[low + 1] = instance;
  decref(h, cls);
  const frame = functionFrame(m, plan.init, low + 1);
  if (frame.code.plainArguments !== given + 1) {
    const args = splitArguments(m, low + 1, given + 1, 0);
    caller.top = low;
    return begin(m, caller, frame, instance, beginCall(m, frame, args));
  }
  caller.top = low;
  return begin(m, caller, frame, instance, beginPlainCall(m, frame, given + 1));
}

/** `__init__` gets references of its own. The operands, and a tuple of the arguments, stay until it is over. */
function constructFromCopies(
  m: Machine,
  caller: Frame,
  plan: ConstructorPlan,
  low: number,
  given: number,
  names: number,
): Frame | null {
  const { h, stack } = m;
  const base = caller.top;
  const held = given === 0 ? 0 : createTuple(h, [...stack.subarray(low + 2, base)]);
  const instance = createInstance(h, plan.record);
  incref(h, instance);
  stack[base] = instance;
  holdOperands(m, low + 2, base);
  stack.copyWithin(base + 1, low + 2, base);
  if (m.rules.calls.calleeOwnsArguments) incref(h, plan.init);
  const frame = functionFrame(m, plan.init, base);
  frame.operands = low;
  frame.held = held;
  if (names === 0 && frame.code.plainArguments === given + 1)
    return begin(m, caller, frame, instance, beginPlainCall(m, frame, given + 1));
  return begin(m, caller, frame, instance, beginCall(m, frame, splitArguments(m, base, given + 1, names)));
}

function begin(m: Machine, caller: Frame, frame: Frame, instance: number, begun: boolean): Frame | null {
  frame.resultGoes = ResultGoes.INSTANCE;
  frame.instance = instance;
  if (begun) return frame;
  abandonCall(m, caller, frame);
  return null;
}
