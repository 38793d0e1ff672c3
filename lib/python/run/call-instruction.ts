/** The instruction CALL: what is called, with which arguments, and who releases the operands when. Mirrors `PRECALL`, `CALL` (3.11), `call_function` (up to 3.10). */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { slot } from "../../sim/heap/slot";
import { Static } from "../../sim/objects/static-object";
import { createTuple } from "../../sim/objects/tuple";
import { type ConstructorPlan, constructorPlan } from "../objects/constructor-plan";
import { textOf } from "../objects/make-atom";
import { itemsOf } from "../objects/make-container";
import type { Keywords } from "../objects/native-type";
import { call } from "./call";
import { construct, constructPlain } from "./construct-instance";
import { breakAfterCall } from "./eval-breaker";
import type { Frame } from "./frame";
import type { Machine } from "./machine";
import { holdOperands, releaseCall, splitArguments } from "./operands";
import { beginCall, beginPlainCall, functionFrame } from "./push-call";
import { rememberVersion } from "./version-table";

/** What a call adds to the budget's count, about. */
const INSTRUCTIONS_PER_CALL = 8;

/**
 * Call what lies below `count` arguments.
 *
 * @param names - The tuple of the names of the last arguments; 0 = all are positional.
 * @returns the frame to go on in: a new one, or `caller` with the result on its stack; null with an exception set. In
 *   both of the latter cases the operands are gone.
 */
export function callInstruction(m: Machine, caller: Frame, count: number, names: number): Frame | null {
  m.instructions += INSTRUCTIONS_PER_CALL;
  const low = caller.top - count - 2;
  if (m.stack[low] === 0) unwrapMethod(m, low);
  const callable = m.stack[low] || m.stack[low + 1]!;
  const type = m.h.memory[callable + Field.TYPE]!;
  if (type === Static.FUNCTION_TYPE) return callFunction(m, caller, callable, low, names);
  if (type === Static.TYPE_TYPE && m.stack[low] === 0) {
    const plan = planAt(m, caller, callable);
    if (plan !== null && plan.init !== 0) return construct(m, caller, plan, low, names);
    if (plan !== null && count === 0) return constructPlain(m, caller, plan, low);
  }
  return callOther(m, caller, callable, low, names);
}

/** How instances of a class are made; remembered by the instruction, with the version of the class. */
function planAt(m: Machine, { code, pc }: Frame, cls: number): ConstructorPlan | null {
  const { instructions, plans } = code;
  if (plans !== null && m.versions[cls >> 3] === instructions[pc + 3]) return plans[pc >> 2]!;
  const type = m.types.get(cls)!;
  const plan = constructorPlan(m, type);
  if (plan === null) return null;
  code.plans ??= new Array<ConstructorPlan | null>(instructions.length >> 2).fill(null);
  code.plans[pc >> 2] = plan;
  instructions[pc + 3] = rememberVersion(m, type);
  return plan;
}

/** A bound method is called as its function, with its object in front: the two take its place on the stack. */
function unwrapMethod(m: Machine, low: number): void {
  const { h, stack } = m;
  const method = stack[low + 1]!;
  // Up to 3.10 the stack goes on holding the method itself.
  if (h.memory[method + Field.TYPE] !== Static.METHOD_TYPE || !m.rules.calls.calleeOwnsArguments) return;
  const func = slot(h, method, 0);
  const self = slot(h, method, 1);
  incref(h, func);
  incref(h, self);
  stack[low] = func;
  stack[low + 1] = self;
  decref(h, method);
}

/** From 3.11 on the operands themselves become the slots; before that they are copied, and stay where they are. */
function callFunction(m: Machine, caller: Frame, func: number, low: number, names: number): Frame | null {
  const { stack } = m;
  const { calleeOwnsArguments } = m.rules.calls;
  const first = stack[low] === 0 ? low + 2 : low + 1;
  const given = caller.top - first;
  if (!calleeOwnsArguments) holdOperands(m, first, caller.top);
  const base = calleeOwnsArguments ? first : caller.top;
  const frame = functionFrame(m, func, base);
  if (!calleeOwnsArguments) {
    stack.copyWithin(base, first, caller.top);
    frame.operands = low;
  }
  const plain = names === 0 && frame.code.plainArguments === given;
  const args = plain ? null : splitArguments(m, base, given, names);
  if (calleeOwnsArguments) caller.top = low;
  if (args === null ? beginPlainCall(m, frame, given) : beginCall(m, frame, args)) return frame;
  if (!calleeOwnsArguments) releaseCall(m, caller, low, false);
  return null;
}

/** Native code is called, or an object whose class has `__call__`. */
function callOther(m: Machine, caller: Frame, callable: number, low: number, names: number): Frame | null {
  const { stack } = m;
  const first = stack[low] === 0 ? low + 2 : low + 1;
  const named = names === 0 ? 0 : m.h.memory[names + Field.LENGTH]!;
  const split = caller.top - named;
  const args = Array.from(stack.subarray(first, split));
  const keywords = names === 0 ? null : keywordsAt(m, split, names);
  const tuple = takesTuple(m, callable) ? createTuple(m.h, args) : 0;
  const result = call(m, callable, args, keywords);
  if (tuple !== 0) decref(m.h, tuple);
  releaseCall(m, caller, low, m.rules.calls.releasesOperands === "upwards");
  if (result === 0) return null;
  stack[caller.top++] = result;
  breakAfterCall(m, caller, callable, args.length);
  return caller;
}

/** Does it get its arguments in a tuple, which holds them until the call is over (`_PyObject_MakeTpCall`)? */
function takesTuple(m: Machine, callable: number): boolean {
  const type = m.h.memory[callable + Field.TYPE]!;
  if (type === Static.TYPE_TYPE)
    return (
      !m.rules.calls.vectorcallTypes.includes(m.types.get(callable)!.native.name) ||
      callable >= Static.FIRST_ALLOCATED
    );
  return type >= Static.FIRST_ALLOCATED;
}

/** Keyword arguments that lie on the stack from `at` on, borrowed. */
function keywordsAt(m: Machine, at: number, names: number): Keywords {
  return new Map(itemsOf(m, names).map((name, i) => [textOf(m, name), m.stack[at + i]!]));
}
