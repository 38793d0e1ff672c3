/** Exceptions thrown into a generator, and its end by GeneratorExit. Mirrors `_gen_throw`, `gen_close`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { slot } from "../../sim/heap/slot";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { Op } from "../compile/opcode";
import { call } from "../run/call";
import { clearError, errorIs, raise, raiseObject } from "../run/error";
import { ResultGoes } from "../run/frame";
import { isResumable, resumeGenerator } from "../run/generator";
import { run } from "../run/loop";
import type { Machine } from "../run/machine";
import { popOperand } from "../run/operands";
import { enterNested, leaveNested } from "../run/recursion";
import { takeStopValue } from "../run/send";
import { unwind } from "../run/unwind";
import { getAttribute } from "./attribute";
import { setExceptionMember } from "./exception-object";
import { closeIterator } from "./generator-close";
import { GeneratorStatus, generatorState } from "./generator-object";
import { sendValue, yielded } from "./generator-type";
import { makeNone } from "./make-atom";
import { isSubtype, typeName, typeOf } from "./type-lookup";

/**
 * `gen.throw(exception)`, or with its class, value and traceback apart.
 *
 * @param raised - Borrowed.
 * @returns as `sendValue`.
 */
export function throwInto(m: Machine, gen: number, raised: readonly number[]): number {
  const exception = exceptionOf(m, raised);
  if (exception === 0) return 0;
  const inner = delegate(m, gen);
  const isExit = isA(m, exception, "GeneratorExit");
  if (inner === 0) return throwHere(m, gen, exception);
  incref(m.h, inner);
  const result = isExit ? closeFirst(m, gen, inner, exception) : throwFurther(m, gen, inner, exception);
  decref(m.h, inner);
  return result;
}

/** What a suspended generator delegates to with `yield from`, borrowed; 0 = nothing (`_PyGen_yf`). */
export function delegate(m: Machine, gen: number): number {
  const { depth, first, frame, holder, status } = generatorState(m, gen);
  if (status !== GeneratorStatus.SUSPENDED || frame.code.instructions[frame.pc - 4] !== Op.SEND) return 0;
  return slot(m.h, holder, first + frame.code.code.slotCount + depth - 1);
}

/** Raise an exception, which is owned, where the generator stands. */
export function throwHere(m: Machine, gen: number, exception: number): number {
  if (!isResumable(m, gen)) {
    const isExecuting = generatorState(m, gen).status === GeneratorStatus.EXECUTING;
    if (!isExecuting) return raiseObject(m, exception);
    decref(m.h, exception);
    return raise(m, "ValueError", "generator already executing");
  }
  if (!enterNested(m)) {
    decref(m.h, exception);
    return 0;
  }
  incref(m.h, gen);
  const frame = resumeGenerator(m, gen, makeNone(m), ResultGoes.TO_NATIVE);
  let result = 0;
  if (frame === null) decref(m.h, exception);
  else {
    decref(m.h, popOperand(m, frame));
    raiseObject(m, exception);
    const handler = unwind(m, frame, false);
    result = handler === null ? 0 : run(m, handler);
  }
  leaveNested(m);
  const given = yielded(m, gen, result);
  decref(m.h, gen);
  return given;
}

/** GeneratorExit is not thrown into what is delegated to: that is closed. */
function closeFirst(m: Machine, gen: number, inner: number, exception: number): number {
  if (closeIterator(m, gen, inner)) return throwHere(m, gen, exception);
  decref(m.h, exception);
  const { error } = m;
  m.error = 0;
  return throwHere(m, gen, error);
}

/** What is delegated to gets the exception. When it ends with a value, the generator goes on behind its `yield from`. */
function throwFurther(m: Machine, gen: number, inner: number, exception: number): number {
  const state = generatorState(m, gen);
  const throws = getThrow(m, inner);
  if (throws === 0) {
    if (m.error === 0) return throwHere(m, gen, exception);
    decref(m.h, exception);
    return 0;
  }
  state.status = GeneratorStatus.EXECUTING;
  const item = call(m, throws, [exception]);
  state.status = GeneratorStatus.SUSPENDED;
  decref(m.h, throws);
  decref(m.h, exception);
  if (item !== 0) return item;
  const value = errorIs(m, "StopIteration") ? takeStopValue(m) : 0;
  if (value !== 0) return goOnBehind(m, gen, value);
  const { error } = m;
  m.error = 0;
  return throwHere(m, gen, error);
}

/** The delegation is over with a value, which is owned: its operand goes, and the jump of SEND is taken. */
function goOnBehind(m: Machine, gen: number, value: number): number {
  const state = generatorState(m, gen);
  const { first, frame, holder } = state;
  const { instructions } = frame.code;
  frame.pc = instructions[frame.pc - 4 + 1]! - 4;
  state.depth--;
  const at = m.h.memory[holder + Field.START]! + first + frame.code.code.slotCount + state.depth;
  const inner = m.h.memory[at]!;
  m.h.memory[at] = 0;
  decref(m.h, inner);
  return sendValue(m, gen, value);
}

/** The method `throw`, owned; 0 when there is none. */
function getThrow(m: Machine, inner: number): number {
  const method = getAttribute(m, inner, internedStr(m.h, "throw"));
  if (method === 0 && errorIs(m, "AttributeError")) clearError(m);
  return method;
}

/** One exception object, owned, from what `throw` was given; 0 = exception set. */
function exceptionOf(
  m: Machine,
  [first = 0, value = Static.NONE, traceback = Static.NONE]: readonly number[],
): number {
  const exception = isException(m, typeOf(m, first).id) ? held(m, first) : instantiate(m, first, value);
  if (exception !== 0 && traceback !== Static.NONE) setExceptionMember(m, exception, "traceback", traceback);
  return exception;
}

function instantiate(m: Machine, cls: number, value: number): number {
  if (!m.types.has(cls) || !isException(m, cls)) {
    return raise(
      m,
      "TypeError",
      `exceptions must be classes or instances deriving from BaseException, not ${typeName(m, cls)}`,
    );
  }
  if (value !== Static.NONE && isSubtype(m, typeOf(m, value).id, cls)) return held(m, value);
  return call(m, cls, value === Static.NONE ? [] : [value]);
}

function isException(m: Machine, type: number): boolean {
  return isSubtype(m, type, m.typeNames.get("BaseException")!);
}

function isA(m: Machine, o: number, kind: string): boolean {
  return isSubtype(m, typeOf(m, o).id, m.typeNames.get(kind)!);
}

function held(m: Machine, o: number): number {
  incref(m.h, o);
  return o;
}
