/** The end of a generator by GeneratorExit. Mirrors `gen_close`, `gen_close_iter` in `Objects/genobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { call } from "../run/call";
import { clearError, errorIs, raise, raiseWith } from "../run/error";
import { ResultGoes } from "../run/frame";
import { endGenerator, resumeGenerator } from "../run/generator";
import type { Machine } from "../run/machine";
import { popOperand } from "../run/operands";
import { getAttribute } from "./attribute";
import { GeneratorStatus, generatorState } from "./generator-object";
import { delegate, throwHere } from "./generator-throw";
import { makeNone } from "./make-atom";

/** `gen.close()`. @returns None, owned; 0 = exception set. */
export function closeGenerator(m: Machine, gen: number): number {
  const state = generatorState(m, gen);
  if (state.status === GeneratorStatus.COMPLETED) return makeNone(m);
  if (state.status === GeneratorStatus.CREATED && !m.rules.calls.closesUnstarted) {
    // What a frame object shows must go there before the generator does.
    if (state.frame.object !== 0) return endUnrun(m, gen, false);
    state.status = GeneratorStatus.COMPLETED;
    return makeNone(m);
  }
  if (canSkip(m, gen)) return endUnrun(m, gen, true);
  if (state.status === GeneratorStatus.EXECUTING)
    return raise(m, "ValueError", "generator already executing");
  const inner = delegate(m, gen);
  const isClosed = inner === 0 || closeIterator(m, gen, inner);
  if (isClosed) raiseWith(m, "GeneratorExit", []);
  const { error } = m;
  m.error = 0;
  const item = throwHere(m, gen, error);
  if (item !== 0) {
    decref(m.h, item);
    return raise(m, "RuntimeError", "generator ignored GeneratorExit");
  }
  if (m.error !== 0 && !errorIs(m, "StopIteration") && !errorIs(m, "GeneratorExit")) return 0;
  clearError(m);
  return makeNone(m);
}

/** `gen_close_iter`. @returns false with an exception set. */
export function closeIterator(m: Machine, gen: number, inner: number): boolean {
  const state = generatorState(m, gen);
  state.status = GeneratorStatus.EXECUTING;
  const result = closeAny(m, inner);
  state.status = GeneratorStatus.SUSPENDED;
  if (result !== 0) decref(m.h, result);
  return result !== 0;
}

function closeAny(m: Machine, inner: number): number {
  if (m.h.memory[inner + Field.TYPE] === Static.GENERATOR_TYPE) return closeGenerator(m, inner);
  const method = getAttribute(m, inner, internedStr(m.h, "close"));
  if (method === 0) {
    if (!errorIs(m, "AttributeError")) return 0;
    clearError(m);
    return makeNone(m);
  }
  const result = call(m, method, []);
  decref(m.h, method);
  return result;
}

/** Where no `try` surrounds the `yield`, some versions run nothing at the end. */
function canSkip(m: Machine, gen: number): boolean {
  const { frame, status } = generatorState(m, gen);
  if (!m.rules.calls.closesWithoutRunning || status !== GeneratorStatus.SUSPENDED || delegate(m, gen) !== 0)
    return false;
  return !frame.code.code.exceptionTable.some(({ start, end }) => start <= frame.pc && frame.pc < end);
}

/** It ends without running. @param clears - What its frame object shows goes too; else it lives on there. */
function endUnrun(m: Machine, gen: number, clears: boolean): number {
  const frame = resumeGenerator(m, gen, makeNone(m), ResultGoes.TO_NATIVE);
  if (frame === null) return 0;
  decref(m.h, popOperand(m, frame));
  const bottom = frame.base + frame.code.code.slotCount;
  if (clears) {
    for (let i = frame.base; i < frame.top; i++) releasePlace(m, i);
    frame.top = bottom;
  }
  endGenerator(m, frame);
  return makeNone(m);
}

function releasePlace({ h, stack }: Machine, i: number): void {
  const o = stack[i]!;
  stack[i] = 0;
  if (o !== 0) decref(h, o);
}
