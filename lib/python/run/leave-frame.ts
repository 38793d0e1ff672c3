/** The end of a call: what its frame held is released, in the version's order, or lives on in its frame object. Mirrors `_PyFrame_Clear`, `frame_dealloc`. */

import { keepFrame } from "../../sim/heap/call-frame";
import { leaveTrashcan } from "../../sim/heap/dealloc";
import { Field, State } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { frameObject, moveIntoObject } from "../objects/frame-object";
import type { Frame } from "./frame";
import type { Machine } from "./machine";

/** Leave the innermost frame, whose operands are gone. After this the caller's frame is the innermost one. */
export function leaveFrame(m: Machine, frame: Frame): void {
  m.depth--;
  if (m.h.profile.objects.callsHaveFrames) leaveCountedFrame(m, frame);
  else clearFrame(m, frame);
  m.frame = frame.back;
}

/** `_PyFrame_Clear`: slots, then the function. A frame object that somebody else holds takes them over. */
export function clearFrame(m: Machine, frame: Frame): void {
  const { h } = m;
  const { object } = frame;
  if (object !== 0) {
    const isKept = h.memory[object + Field.REFCNT]! > 1;
    if (isKept) moveIntoObject(m, frame);
    frame.object = 0;
    decref(h, object);
    if (isKept) return;
  }
  releaseSlots(m, frame);
  releaseHeld(m, frame);
}

/** Up to 3.10: the death of a frame is nested in that of what it holds, and too deep inside others it is put off. */
function leaveCountedFrame(m: Machine, frame: Frame): void {
  const { h } = m;
  if (h.trashcan.full) frameObject(m, frame);
  const { object } = frame;
  const hadObject = object !== 0;
  if (hadObject && (h.memory[object + Field.REFCNT]! > 1 || h.trashcan.full)) {
    moveIntoObject(m, frame);
    frame.object = 0;
    decref(h, object);
    return;
  }
  h.trashcan.nesting++;
  releaseSlots(m, frame);
  leaveTrashcan(h);
  releaseHeld(m, frame);
  frame.object = 0;
  if (hadObject) decref(h, object);
  else if (!keepFrame(h, frame.code) && h.memory[State.COUNT0]! > 0) h.memory[State.COUNT0]!--;
}

function releaseSlots(m: Machine, { base, code }: Frame): void {
  const { stack } = m;
  const end = base + code.code.slotCount;
  if (m.rules.calls.releasesSlots === "backward") {
    for (let i = end - 1; i >= base; i--) releaseSlot(m, i);
    return;
  }
  for (let i = base; i < end; i++) {
    if (stack[i] !== 0) releaseSlot(m, i);
  }
}

function releaseSlot(m: Machine, i: number): void {
  const o = m.stack[i]!;
  m.stack[i] = 0;
  if (o !== 0) decref(m.h, o);
}

function releaseHeld(m: Machine, frame: Frame): void {
  const { locals, func } = frame;
  if (locals !== 0) {
    frame.locals = 0;
    decref(m.h, locals);
  }
  if (func !== 0 && m.rules.calls.calleeOwnsArguments) {
    frame.func = 0;
    decref(m.h, func);
  }
}
