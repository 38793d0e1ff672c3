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
  const { frameBytes, frameHoldsGlobals } = h.profile.objects;
  const head = frameHoldsGlobals
    ? { f_back: parts.back, f_code: parts.code, f_builtins: parts.builtins, f_globals: parts.globals }
    : { f_back: parts.back, f_func: parts.func ?? 0, f_code: parts.code };
  const locals = parts.locals.map((_, i) => `local ${i}`);
  const type: MemberType = {
    type: Static.FRAME_TYPE,
    members: [...Object.keys(head), ...locals],
    released: [...locals, ...Object.keys(head)],
    cleared: locals,
    trashcan: true,
  };
  const sizeBytes = frameBytes + LOCAL_BYTES * locals.length;
  return createMemberObject(h, type, sizeBytes, [...Object.values(head), ...parts.locals]);
}
