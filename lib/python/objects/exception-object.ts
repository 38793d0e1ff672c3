/** Exceptions as objects of a program. Mirrors `Objects/exceptions.c`. */

import { createMemberObject } from "../../sim/heap/member-object";
import { decref, incref } from "../../sim/heap/refcount";
import { slot, storeSlot } from "../../sim/heap/slot";
import { EXCEPTION } from "../../sim/objects/exception";
import { createNativeInstance } from "../../sim/objects/native-instance";
import { createTuple } from "../../sim/objects/tuple";
import type { Machine } from "../run/machine";
import { type CommonMember, exceptionLayout, memberPosition, type OwnMember } from "./exception-layout";
import { typeOf } from "./type-lookup";

/**
 * An exception of a built-in kind or of a class of the program: `BaseException.__new__`. No `__init__` is called.
 * The caller owns the reference.
 *
 * @param typeId - The class.
 * @param args - Borrowed.
 */
export function createExceptionObject(m: Machine, typeId: number, args: readonly number[]): number {
  const { h } = m;
  const type = m.types.get(typeId)!;
  const tuple = createTuple(h, args);
  const layout = exceptionLayout(m, type);
  const sizeBytes = h.profile.objects.exceptionBytes + 8 * (layout.members.length - EXCEPTION.members.length);
  const values = layout.members.map((member) => (member === "args" ? tuple : 0));
  const o =
    type.record === null
      ? createMemberObject(h, layout, sizeBytes, values)
      : createNativeInstance(h, type.record, layout, sizeBytes, values);
  decref(h, tuple);
  return o;
}

/** What a member holds, borrowed; 0 = NULL, or the class has no such member. */
export function exceptionMember(m: Machine, exception: number, member: CommonMember | OwnMember): number {
  const i = memberPosition(m, typeOf(m, exception), member);
  return i < 0 ? 0 : slot(m.h, exception, i);
}

/** Put a reference into a member, which takes one of its own; 0 = empty it. Nothing happens when the class has no such member. */
export function setExceptionMember(
  m: Machine,
  exception: number,
  member: CommonMember | OwnMember,
  value: number,
): void {
  const i = memberPosition(m, typeOf(m, exception), member);
  if (i < 0) return;
  if (value !== 0) incref(m.h, value);
  storeSlot(m.h, exception, i, value);
}
