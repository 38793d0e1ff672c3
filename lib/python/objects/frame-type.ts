/** Frame objects as objects of a program. Mirrors `Objects/frameobject.c`. */

import { clear } from "../../sim/heap/clear";
import { incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import { localsOfObject } from "../run/frame-locals";
import type { Machine } from "../run/machine";
import { lineAt } from "./code-object";
import { frameInfo, frameObject, slotOfMember } from "./frame-object";
import { closeGenerator } from "./generator-close";
import { GeneratorStatus, generatorState } from "./generator-object";
import { makeInt, makeNone } from "./make-atom";
import type { NativeType } from "./native-type";
import { addressText } from "./text";

export const frameType: NativeType = {
  name: "frame",
  id: Static.FRAME_TYPE,
  slots: { repr },
  methods: [{ name: "clear", call: (m, [o]) => clearFrame(m, o!) }],
  attributes: [
    { name: "f_back", get: back },
    { name: "f_code", get: (m, o) => held(m, frameInfo(m, o).code.id) },
    { name: "f_globals", get: (m, o) => held(m, globalsOf(m, o)) },
    { name: "f_builtins", get: (m, o) => held(m, frameInfo(m, o).frame?.builtins ?? m.builtins.id) },
    { name: "f_locals", get: localsOfObject },
    { name: "f_lineno", get: (m, o) => makeInt(m, lineOf(m, o)) },
    { name: "f_lasti", get: (m, o) => makeInt(m, pcOf(m, o) >> 1) },
  ],
};

function repr(m: Machine, o: number): string {
  const { code } = frameInfo(m, o);
  return `<frame at ${addressText(m, o)}, file '${code.fileName}', line ${lineOf(m, o)}, code ${code.code.name}>`;
}

function back(m: Machine, o: number): number {
  const { frame } = frameInfo(m, o);
  if (frame === null) return held(m, slotOfMember(m, o, "f_back") || Static.NONE);
  return held(m, frame.back === null ? Static.NONE : frameObject(m, frame.back));
}

/** `frame.clear()`: of a call that is over, what it left; of a suspended generator, its end. */
function clearFrame(m: Machine, o: number): number {
  const { frame } = frameInfo(m, o);
  if (frame === null) {
    clear(m.h, o);
    return makeNone(m);
  }
  const { generator } = frame;
  if (generator === 0 || generatorState(m, generator).status === GeneratorStatus.EXECUTING) {
    return raise(m, "RuntimeError", "cannot clear an executing frame");
  }
  const { status } = generatorState(m, generator);
  if (status === GeneratorStatus.SUSPENDED && !m.rules.calls.clearsSuspendedFrames) {
    return raise(m, "RuntimeError", "cannot clear a suspended frame");
  }
  return closeGenerator(m, generator);
}

function globalsOf(m: Machine, o: number): number {
  const { frame, globals } = frameInfo(m, o);
  return frame?.globals ?? globals;
}

function lineOf(m: Machine, o: number): number {
  return lineAt(frameInfo(m, o).code, pcOf(m, o));
}

function pcOf(m: Machine, o: number): number {
  const { frame, pc } = frameInfo(m, o);
  return frame?.pc ?? pc;
}

function held(m: Machine, o: number): number {
  incref(m.h, o);
  return o;
}
