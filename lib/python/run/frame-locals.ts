/** The variables of a frame as a dict. Mirrors `_PyFrame_GetLocals`, `PyFrame_FastToLocalsWithError`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { slot } from "../../sim/heap/slot";
import { createDict, deleteItem, item, setItem } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import type { CodeObject } from "../objects/code-object";
import { frameInfo, frameMember, frameObject, slotOfMember, storeMember } from "../objects/frame-object";
import { GeneratorStatus, generatorState } from "../objects/generator-object";
import { variableName } from "./cells";
import type { Frame } from "./frame";
import type { Machine } from "./machine";

/** `locals()`: what the names of a frame stand for, in a dict that the frame keeps; of a module or class its own dict. Owned. */
export function frameLocals(m: Machine, frame: Frame): number {
  if (frame.locals !== 0) {
    incref(m.h, frame.locals);
    return frame.locals;
  }
  return localsOfObject(m, frameObject(m, frame));
}

/**
 * `frame.f_locals`, owned.
 *
 * Simplified: from 3.13 on that of a function is a proxy that also writes; here it is a dict made anew, as before.
 */
export function localsOfObject(m: Machine, o: number): number {
  const { h } = m;
  const { code, frame } = frameInfo(m, o);
  const own =
    frame !== null && frame.locals !== 0
      ? frame.locals
      : code.code.flags.optimized
        ? 0
        : slotOfMember(m, o, "f_locals");
  const dict = own !== 0 ? own : localsDict(m, o, code);
  incref(h, dict);
  return dict;
}

/** The dict of a function's frame, brought up to date. Borrowed. */
function localsDict(m: Machine, o: number, code: CodeObject): number {
  const { h } = m;
  if (slotOfMember(m, o, "f_locals") === 0) storeMember(m, o, "f_locals", createDict(h));
  const dict = slotOfMember(m, o, "f_locals");
  for (let i = 0; i < code.code.slotCount; i++) {
    const name = variableName(code.code, i);
    if (name === "" || name.startsWith(".")) continue;
    const key = internedStr(h, name);
    const value = variable(m, o, code, i);
    if (value !== 0) setItem(h, dict, key, value);
    else if (item(h, dict, key) !== 0) deleteItem(h, dict, key);
  }
  return dict;
}

/** What a variable stands for, borrowed; that of a cell is what is in it. 0 = unbound. */
function variable(m: Machine, o: number, { code }: CodeObject, i: number): number {
  const value = slotOfFrame(m, o, i);
  const isCell = code.cellSlots.includes(i) || i >= code.slotCount - code.freeNames.length;
  const isFilled = isCell && value !== 0 && m.h.memory[value + Field.TYPE] === Static.CELL_TYPE;
  return isFilled ? slot(m.h, value, 0) : value;
}

/** On the stack while the call is under way, in the generator while it is suspended, else in the frame object. */
function slotOfFrame(m: Machine, o: number, i: number): number {
  const { frame } = frameInfo(m, o);
  if (frame === null) return slot(m.h, o, frameMember(m, "local 0") + i);
  if (frame.generator === 0) return m.stack[frame.base + i]!;
  const { first, holder, status } = generatorState(m, frame.generator);
  return status === GeneratorStatus.EXECUTING ? m.stack[frame.base + i]! : slot(m.h, holder, first + i);
}
