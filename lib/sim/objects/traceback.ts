/** Tracebacks: where an exception came by. Mirrors `Python/traceback.c`. */

import type { HeapState } from "../heap/heap-state";
import { createMemberObject, type MemberType } from "../heap/member-object";
import { Static } from "./static-object";

/** `tb_traverse`, `tb_dealloc`, `tb_clear`. */
export const TRACEBACK: MemberType = {
  type: Static.TRACEBACK_TYPE,
  members: ["tb_next", "tb_frame"],
  trashcan: true,
};

/** One entry of a traceback. @param next - The one further in; 0 = none. The caller owns the reference. */
export function createTraceback(h: HeapState, next: number, frame: number): number {
  return createMemberObject(h, TRACEBACK, h.profile.objects.tracebackBytes, [next, frame]);
}
