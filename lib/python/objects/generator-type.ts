/** Generators as objects of a program: stepping, `send`, `throw`, `close`. Mirrors `Objects/genobject.c`. */

import { decref, incref } from "../../sim/heap/refcount";
import { slot } from "../../sim/heap/slot";
import { Static } from "../../sim/objects/static-object";
import { raise, raiseWith } from "../run/error";
import { ResultGoes } from "../run/frame";
import { isResumable, resumeGenerator } from "../run/generator";
import { run } from "../run/loop";
import type { Machine } from "../run/machine";
import { enterNested, leaveNested } from "../run/recursion";
import { setExceptionMember } from "./exception-object";
import { closeGenerator } from "./generator-close";
import { GeneratorStatus, generatorFrame, generatorState } from "./generator-object";
import { delegate, throwInto } from "./generator-throw";
import { makeBool, makeNone, textOf } from "./make-atom";
import type { NativeType } from "./native-type";
import { addressText } from "./text";

export const generatorType: NativeType = {
  name: "generator",
  id: Static.GENERATOR_TYPE,
  slots: {
    repr: (m, gen) => `<generator object ${textOf(m, slot(m.h, gen, 2))} at ${addressText(m, gen)}>`,
    iterate: (m, gen) => held(m, gen),
    next: (m, gen) => sendValue(m, gen, makeNone(m)),
  },
  methods: [
    { name: "send", least: 1, call: (m, [gen, value]) => send(m, gen!, value!) },
    {
      name: "throw",
      least: 1,
      most: 3,
      call: (m, [gen, ...raised]) => stopped(m, throwInto(m, gen!, raised)),
    },
    { name: "close", call: (m, [gen]) => closeGenerator(m, gen!) },
  ],
  attributes: [
    { name: "__name__", get: (m, gen) => held(m, slot(m.h, gen, 1)) },
    { name: "__qualname__", get: (m, gen) => held(m, slot(m.h, gen, 2)) },
    { name: "gi_code", get: (m, gen) => held(m, generatorState(m, gen).frame.code.id) },
    { name: "gi_frame", get: frame },
    { name: "gi_running", get: (m, gen) => makeBool(m, is(m, gen, GeneratorStatus.EXECUTING)) },
    { name: "gi_suspended", get: (m, gen) => makeBool(m, is(m, gen, GeneratorStatus.SUSPENDED)) },
    { name: "gi_yieldfrom", get: (m, gen) => held(m, delegate(m, gen) || Static.NONE) },
  ],
};

/**
 * Go on with a value, which is owned and moves there.
 *
 * @returns what is yielded, owned; 0 when it has ended: without an exception if it has returned None, with StopIteration if
 *   it has returned something else; 0 with another exception set.
 */
export function sendValue(m: Machine, gen: number, value: number): number {
  if (!isResumable(m, gen)) {
    decref(m.h, value);
    const isExecuting = is(m, gen, GeneratorStatus.EXECUTING);
    return isExecuting ? raise(m, "ValueError", "generator already executing") : 0;
  }
  if (!enterNested(m)) {
    decref(m.h, value);
    return 0;
  }
  incref(m.h, gen);
  const frame = resumeGenerator(m, gen, value, ResultGoes.TO_NATIVE);
  const result = frame === null ? 0 : run(m, frame);
  leaveNested(m);
  const given = yielded(m, gen, result);
  decref(m.h, gen);
  return given;
}

/** What a generator's frame has given: an item, or what it returned, which is None or the value of StopIteration. */
export function yielded(m: Machine, gen: number, result: number): number {
  if (result === 0 || !is(m, gen, GeneratorStatus.COMPLETED)) return result;
  if (result !== Static.NONE) {
    raiseWith(m, "StopIteration", [result]);
    setExceptionMember(m, m.error, "value", result);
  }
  decref(m.h, result);
  return 0;
}

function send(m: Machine, gen: number, value: number): number {
  if (value !== Static.NONE && is(m, gen, GeneratorStatus.CREATED)) {
    return raise(m, "TypeError", "can't send non-None value to a just-started generator");
  }
  return stopped(m, sendValue(m, gen, held(m, value)));
}

/** To a program the end is StopIteration in any case. */
function stopped(m: Machine, item: number): number {
  return item !== 0 || m.error !== 0 ? item : raiseWith(m, "StopIteration", []);
}

function frame(m: Machine, gen: number): number {
  return held(m, is(m, gen, GeneratorStatus.COMPLETED) ? Static.NONE : generatorFrame(m, gen));
}

function is(m: Machine, gen: number, status: GeneratorStatus): boolean {
  return generatorState(m, gen).status === status;
}

function held(m: Machine, o: number): number {
  incref(m.h, o);
  return o;
}
