/** Exceptions: instances of the built-in exception classes. Mirrors `Objects/exceptions.c`. */

import type { HeapState } from "../heap/heap-state";
import { createMemberObject, type MemberType, memberSlot } from "../heap/member-object";
import { decref } from "../heap/refcount";
import { storeSlot } from "../heap/slot";
import { Static } from "./static-object";
import { createTuple } from "./tuple";

/** `BaseException_traverse` and `BaseException_clear`. */
export const EXCEPTION: MemberType = {
  type: Static.EXCEPTION_TYPE,
  members: ["dict", "args", "notes", "traceback", "cause", "context"],
};

/** `Exception(*args)`. The caller owns the reference. */
export function createException(h: HeapState, args: readonly number[]): number {
  const tuple = createTuple(h, args);
  const type = { ...EXCEPTION, trashcan: h.profile.objects.exceptionsUseTrashcan };
  const o = createMemberObject(h, type, h.profile.objects.exceptionBytes, [0, tuple, 0, 0, 0, 0]);
  decref(h, tuple);
  return o;
}

/** Put a reference of the caller's into a member: `traceback`, `cause` or `context`. */
export function storeExceptionMember(
  h: HeapState,
  exception: number,
  member: "traceback" | "cause" | "context",
  value: number,
): void {
  storeSlot(h, exception, memberSlot(EXCEPTION, member), value);
}
