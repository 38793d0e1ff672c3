/** Frame objects: what makes a call visible to the program, and outlives it. Mirrors `Objects/frameobject.c`, `Python/frame.c`. */

import { append } from "../../sim/gc/gc-list";
import { untrack } from "../../sim/gc/untrack";
import { createContainer, createRecycled } from "../../sim/heap/create";
import { keepNative, memberShape } from "../../sim/heap/member-object";
import { Field, Place, State } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { slot, storeSlot } from "../../sim/heap/slot";
import { frameMembers } from "../../sim/objects/frame";
import type { Frame } from "../run/frame";
import type { Machine } from "../run/machine";
import type { CodeObject } from "./code-object";

/** What is kept beside a frame object. */
export interface FrameInfo {
  readonly code: CodeObject;
  /** The call while it is under way, or its generator is suspended; null when it is over. */
  frame: Frame | null;
  /** Borrowed from the function, or from the module. */
  readonly globals: number;
  /** The instruction at which the call ended. */
  pc: number;
}

/** What is known of a frame object. */
export function frameInfo(m: Machine, o: number): FrameInfo {
  return m.h.native.get(o) as FrameInfo;
}

/** The member of a frame object that has this name; -1 = its version has none. */
export function frameMember(m: Machine, name: string): number {
  return frameMembers(m.h, 0).members.indexOf(name);
}

/** The frame object of a call, made when there is none. Borrowed. Source: `_PyFrame_GetFrameObject`. */
export function frameObject(m: Machine, frame: Frame): number {
  if (frame.object !== 0) return frame.object;
  return m.h.profile.objects.callsHaveFrames ? createWithCallers(m, frame) : create(m, frame);
}

/** Up to 3.10 each frame holds that of its caller. The outermost one without an object is made first. */
function createWithCallers(m: Machine, innermost: Frame): number {
  const missing: Frame[] = [];
  for (let one: Frame | null = innermost; one !== null && one.object === 0; one = one.back) missing.push(one);
  for (const frame of missing.reverse()) {
    const o = create(m, frame);
    const back = frame.back?.object ?? 0;
    if (back !== 0) incref(m.h, back);
    storeMember(m, o, "f_back", back);
  }
  return innermost.object;
}

/** It is not tracked as long as the call is under way, and holds nothing. */
function create(m: Machine, frame: Frame): number {
  const { h } = m;
  const { code } = frame;
  const { callsHaveFrames, frameBytes } = h.profile.objects;
  const places = code.code.slotCount + code.code.maxStack;
  const type = { ...frameMembers(h, places), freeList: callsHaveFrames };
  const shape = memberShape(h, type, frameBytes + 8 * places);
  // Up to 3.10 the frame has been counted when the call began.
  const o = callsHaveFrames ? createRecycled(h, shape) : createContainer(h, shape);
  untrack(h.memory, o);
  keepNative(h, o, { code, frame, globals: frame.globals, pc: frame.pc } satisfies FrameInfo);
  if (callsHaveFrames) h.callFrames.waiting.set(o, code);
  frame.object = o;
  return o;
}

/**
 * The call is over and its frame object lives on: slots and all that the frame held move there, and the collector knows
 * it. Source: `take_ownership`.
 */
export function moveIntoObject(m: Machine, frame: Frame): void {
  const { h, stack } = m;
  const { back, base, code, object } = frame;
  const info = frameInfo(m, object);
  info.frame = null;
  info.pc = frame.pc;
  // A generator's frame has a caller only while it runs.
  if (back !== null && frame.generator === 0 && slotOfMember(m, object, "f_back") === 0) {
    const caller = frameObject(m, back);
    incref(h, caller);
    storeMember(m, object, "f_back", caller);
  }
  const { memory } = h;
  const first = memory[object + Field.START]! + frameMember(m, `local 0`);
  for (let i = 0; i < code.code.slotCount; i++) {
    memory[first + i] = stack[base + i]!;
    stack[base + i] = 0;
  }
  for (const [name, value] of heldBy(m, frame)) storeMember(m, object, name, value);
  frame.locals = 0;
  frame.func = 0;
  track(m, object);
}

/** References for its members: the function moves, the others are new. */
function heldBy(m: Machine, frame: Frame): readonly (readonly [string, number])[] {
  const { h } = m;
  const { code, func, globals, builtins, locals } = frame;
  incref(h, code.id);
  const common = [["f_code", code.id] as const, ...(locals === 0 ? [] : [["f_locals", locals] as const])];
  if (!h.profile.objects.frameHoldsGlobals) return [["f_func", func], ...common];
  incref(h, globals);
  incref(h, builtins);
  return [...common, ["f_globals", globals], ["f_builtins", builtins]];
}

/** From now on the collector finds it. */
export function track(m: Machine, o: number): void {
  const { memory } = m.h;
  if (memory[o + Field.GC_NEXT] !== 0) return;
  append(memory, Place.GENERATION_0, o);
  memory[State.UNTRACKED]!--;
}

/** What a frame object itself has for a member, borrowed. */
export function slotOfMember(m: Machine, o: number, name: string): number {
  return slot(m.h, o, frameMember(m, name));
}

/** Move a reference into a member. */
export function storeMember(m: Machine, o: number, name: string, value: number): void {
  const i = frameMember(m, name);
  if (i >= 0) storeSlot(m.h, o, i, value);
  else if (value !== 0) decref(m.h, value);
}
