/** Frame objects: what a call leaves when something keeps its frame, a traceback for example. Mirrors `Objects/frameobject.c`. */

import type { HeapState } from "../heap/heap-state";
import { createMemberObject, type MemberType } from "../heap/member-object";
import { Static } from "./static-object";

/** What a frame holds; 0 = NULL. */
export interface FrameParts {
  /** The caller's frame. */
  readonly back: number;
  /** The function. Held from 3.11 on. */
  readonly func?: number;
  /** The code object. */
  readonly code: number;
  readonly globals: number;
  readonly builtins: number;
  /** Local variables, then cells. */
  readonly locals: readonly number[];
}

/** Bytes of one local variable. */
const LOCAL_BYTES = 8;

/** The frame object of a call that has ended. It takes a reference to each of its parts; the caller owns its own. */
export function createFrame(h: HeapState, parts: FrameParts): number {
  const type = frameMembers(h, parts.locals.length);
  const { back, builtins, code, func = 0, globals, locals } = parts;
  const head: Readonly<Record<string, number>> = {
    f_back: back,
    f_func: func,
    f_code: code,
    f_builtins: builtins,
    f_globals: globals,
  };
  const values = type.members.slice(0, type.members.length - locals.length).map((name) => head[name] ?? 0);
  const sizeBytes = h.profile.objects.frameBytes + LOCAL_BYTES * locals.length;
  return createMemberObject(h, type, sizeBytes, [...values, ...locals]);
}

/** `frame_traverse`, `frame_dealloc`, `frame_tp_clear`. @param locals - Places for variables, cells and operands. */
export function frameMembers(h: HeapState, locals: number): MemberType {
  const head = h.profile.objects.frameHoldsGlobals
    ? ["f_back", "f_code", "f_builtins", "f_globals", "f_locals"]
    : ["f_back", "f_func", "f_code", "f_locals"];
  const places = Array.from({ length: Math.max(1, locals) }, (_, i) => `local ${i}`);
  return {
    type: Static.FRAME_TYPE,
    members: [...head, ...places],
    released: [...places, ...head],
    cleared: places,
    trashcan: true,
  };
}
