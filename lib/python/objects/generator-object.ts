/** Generators as objects on a heap: where a suspended call keeps its slots and operands. Mirrors `PyGenObject`. */

import { createContainer } from "../../sim/heap/create";
import type { HeapState } from "../../sim/heap/heap-state";
import { keepNative, type MemberType, memberShape } from "../../sim/heap/member-object";
import { Field, Layout } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import type { Frame } from "../run/frame";
import { HandledException } from "../run/handled";
import type { Machine } from "../run/machine";
import { frameMember, frameObject, storeMember, track } from "./frame-object";

/** `gi_frame_state`. */
export const enum GeneratorStatus {
  /** Its first instruction has not been executed. */
  CREATED,
  SUSPENDED,
  EXECUTING,
  COMPLETED,
}

/** What is kept beside a generator. */
export interface GeneratorState {
  readonly frame: Frame;
  status: GeneratorStatus;
  /** Operands that are saved. */
  depth: number;
  readonly handling: HandledException;
  /** Where slots and operands are while it is suspended: the object, and the first member for them. */
  readonly holder: number;
  readonly first: number;
}

const HEAD = ["gi_code", "gi_name", "gi_qualname", "gi_exc_value", "gi_exc_traceback"];

/** Up to 3.10 a frame object holds slots and operands; from 3.11 on the frame is part of the generator. */
const FRAME_HEAD = ["f_frame_obj", "f_func", "f_code"];

/** What is known of a generator. */
export function generatorState(m: Machine, o: number): GeneratorState {
  return m.h.native.get(o) as GeneratorState;
}

/**
 * RETURN_GENERATOR: a generator that takes the innermost frame over, with all that it holds. The caller owns the
 * reference; the frame's slots are empty after this.
 */
export function createGenerator(m: Machine, frame: Frame): number {
  const { h } = m;
  const { callsHaveFrames } = h.profile.objects;
  const o = createContainer(h, generatorShape(m, frame));
  const holder = callsHaveFrames ? frameObject(m, frame) : o;
  const first = callsHaveFrames ? frameMember(m, "local 0") : HEAD.length + FRAME_HEAD.length;
  const state: GeneratorState = {
    frame,
    status: GeneratorStatus.CREATED,
    depth: 0,
    handling: new HandledException(),
    holder,
    first,
  };
  keepNative(h, o, state);
  h.memory[o + Field.LAYOUT]! |= Layout.FINALIZER;
  h.closers.set(o, m.closesGenerator);
  frame.generator = o;
  fillHead(m, o, frame);
  if (callsHaveFrames) giveFrame(m, o, frame);
  saveFrame(m, state);
  m.frame = frame.back;
  frame.back = null;
  m.depth--;
  return o;
}

/** `gi_frame` of a generator that has not ended, borrowed. It is the generator's from now on. */
export function generatorFrame(m: Machine, gen: number): number {
  const state = generatorState(m, gen);
  const o = frameObject(m, state.frame);
  if (state.status !== GeneratorStatus.EXECUTING) saveState(m, state);
  return o;
}

/** Slots and operands go from the stack to the heap, where the collector sees them. */
export function saveFrame(m: Machine, state: GeneratorState): void {
  const { memory } = m.h;
  const { first, frame, holder } = state;
  const { base, code, top } = frame;
  const at = memory[holder + Field.START]! + first;
  memory.set(m.stack.subarray(base, top), at);
  state.depth = top - base - code.code.slotCount;
  saveState(m, state);
}

/** They go back to the stack, from `base` on. */
export function restoreFrame(m: Machine, state: GeneratorState, base: number): void {
  const { memory } = m.h;
  const { depth, first, frame, holder } = state;
  const at = memory[holder + Field.START]! + first;
  const words = frame.code.code.slotCount + depth;
  m.stack.set(memory.subarray(at, at + words), base);
  memory.fill(0, at, at + words);
  frame.base = base;
  frame.top = base + words;
  restoreState(m, state);
}

/** What it handles, and what its frame holds besides: the same references, in members of the generator. */
function saveState(m: Machine, { frame, handling }: GeneratorState): void {
  const { memory } = m.h;
  const start = memory[frame.generator + Field.START]!;
  memory[start + HEAD.indexOf("gi_exc_value")] = handling.value;
  memory[start + HEAD.indexOf("gi_exc_traceback")] = handling.traceback;
  if (m.h.profile.objects.callsHaveFrames) return;
  memory[start + HEAD.length] = frame.object;
  memory[start + HEAD.length + 1] = frame.func;
}

function restoreState(m: Machine, { frame }: GeneratorState): void {
  const { memory } = m.h;
  const start = memory[frame.generator + Field.START]!;
  memory[start + HEAD.indexOf("gi_exc_value")] = 0;
  memory[start + HEAD.indexOf("gi_exc_traceback")] = 0;
  if (m.h.profile.objects.callsHaveFrames) return;
  memory[start + HEAD.length] = 0;
  memory[start + HEAD.length + 1] = 0;
}

/** The generator's own members. The names are interned. */
function fillHead(m: Machine, o: number, { code }: Frame): void {
  const { h } = m;
  const { callsHaveFrames, generatorHoldsCode } = h.profile.objects;
  const start = h.memory[o + Field.START]!;
  const put = (i: number, value: number): void => {
    incref(h, value);
    h.memory[start + i] = value;
  };
  if (generatorHoldsCode) put(0, code.id);
  put(1, internedStr(h, code.code.name));
  put(2, internedStr(h, code.code.qualname));
  if (!callsHaveFrames) put(HEAD.length + 2, code.id);
}

/** Up to 3.10: `gi_frame` is a frame object from the start, which holds the module's dicts and the caller of nobody. */
function giveFrame(m: Machine, o: number, frame: Frame): void {
  const { h } = m;
  const { builtins, code, globals, object } = frame;
  h.memory[h.memory[o + Field.START]! + HEAD.length] = object;
  for (const held of [code.id, globals, builtins]) incref(h, held);
  storeMember(m, object, "f_back", 0);
  frame.func = 0;
  storeMember(m, object, "f_code", code.id);
  storeMember(m, object, "f_globals", globals);
  storeMember(m, object, "f_builtins", builtins);
  track(m, object);
}

/** The member `gi_frame` gives its reference up: to whoever ends the call. */
export function takeGeneratorFrame({ memory }: HeapState, o: number): void {
  memory[memory[o + Field.START]! + HEAD.length] = 0;
}

function generatorShape(m: Machine, { code }: Frame): number {
  if (code.generatorShape !== 0) return code.generatorShape;
  const { callsHaveFrames, generatorBytes } = m.h.profile.objects;
  const places = callsHaveFrames ? 0 : code.code.slotCount + code.code.maxStack;
  code.generatorShape = memberShape(
    m.h,
    generatorMembers(callsHaveFrames, places),
    generatorBytes + 8 * places,
  );
  return code.generatorShape;
}

/** `gen_traverse`, `gen_dealloc`; it has no `tp_clear`. */
function generatorMembers(callsHaveFrames: boolean, places: number): MemberType {
  const slots = Array.from({ length: places }, (_, i) => `local ${i}`);
  const frame = callsHaveFrames ? ["gi_frame"] : [...FRAME_HEAD];
  return {
    type: Static.GENERATOR_TYPE,
    members: [...HEAD, ...frame, ...slots],
    released: [...slots, ...frame, ...HEAD],
    cleared: [],
  };
}
