/** How a generator goes on, stops at a `yield`, and ends. Mirrors `gen_send_ex2` in `Objects/genobject.c`. */

import { decref } from "../../sim/heap/refcount";
import { setExceptionMember } from "../objects/exception-object";
import {
  type GeneratorState,
  GeneratorStatus,
  generatorState,
  restoreFrame,
  saveFrame,
  takeGeneratorFrame,
} from "../objects/generator-object";
import { errorIs, raise } from "./error";
import type { Frame, ResultGoes } from "./frame";
import { leaveFrame } from "./leave-frame";
import type { Machine } from "./machine";
import { checkDepth } from "./recursion";

/** Can it go on: is it neither executing nor completed? */
export function isResumable(m: Machine, gen: number): boolean {
  const { status } = generatorState(m, gen);
  return status === GeneratorStatus.CREATED || status === GeneratorStatus.SUSPENDED;
}

/**
 * Make a generator's frame the innermost one, with a value on its stack that its `yield` gives.
 *
 * @param gen - Neither executing nor completed. Held by the caller while it runs.
 * @param value - Owned: it moves there.
 * @returns its frame; null with an exception set, when the recursion is too deep.
 */
export function resumeGenerator(m: Machine, gen: number, value: number, goes: ResultGoes): Frame | null {
  const state = generatorState(m, gen);
  const { frame, handling } = state;
  restoreFrame(m, state, m.frame === null ? 0 : m.frame.limit);
  m.stack[frame.top++] = value;
  frame.back = m.frame;
  frame.resultGoes = goes;
  frame.operands = -1;
  m.frame = frame;
  state.status = GeneratorStatus.EXECUTING;
  handling.previous = m.handling;
  m.handling = handling;
  m.depth++;
  if (checkDepth(m)) return frame;
  decref(m.h, m.stack[--frame.top]!);
  suspend(m, state, GeneratorStatus.SUSPENDED);
  return null;
}

/** YIELD_VALUE: the innermost frame, without the value, goes back to its generator. */
export function suspendGenerator(m: Machine, frame: Frame): void {
  suspend(m, generatorState(m, frame.generator), GeneratorStatus.SUSPENDED);
}

function suspend(m: Machine, state: GeneratorState, status: GeneratorStatus): void {
  const { frame } = state;
  saveFrame(m, state);
  state.status = status;
  leaveHandling(m, state);
  m.depth--;
  m.frame = frame.back;
  frame.back = null;
}

/** The innermost frame, whose operands are gone, is a generator's that has ended: what it held is released. */
export function endGenerator(m: Machine, frame: Frame): void {
  const { h } = m;
  const gen = frame.generator;
  const state = generatorState(m, gen);
  leaveHandling(m, state);
  state.status = GeneratorStatus.COMPLETED;
  if (h.profile.objects.callsHaveFrames) takeGeneratorFrame(h, gen);
  if (m.error !== 0 && errorIs(m, "StopIteration")) replaceStopIteration(m);
  leaveFrame(m, frame);
  frame.generator = 0;
  frame.back = null;
}

/** Leave the innermost frame, whose operands are gone: a function's, or that of a generator which has ended. */
export function leaveCall(m: Machine, frame: Frame): void {
  if (frame.generator === 0) leaveFrame(m, frame);
  else endGenerator(m, frame);
}

function leaveHandling(m: Machine, { handling }: GeneratorState): void {
  m.handling = handling.previous!;
  handling.previous = null;
}

/** PEP 479. Source: `_PyErr_FormatFromCause`. */
function replaceStopIteration(m: Machine): void {
  const stop = m.error;
  m.error = 0;
  raise(m, "RuntimeError", "generator raised StopIteration");
  setExceptionMember(m, m.error, "cause", stop);
  setExceptionMember(m, m.error, "context", stop);
  decref(m.h, stop);
}
