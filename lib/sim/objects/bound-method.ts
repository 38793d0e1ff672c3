/** Bound methods, `o.f`: a function and the object it is called on. Mirrors `Objects/classobject.c`. */

import { createContainer, createRecycled } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { createMemberObject, type MemberType } from "../heap/member-object";
import { Static } from "./static-object";

/** `method_traverse` and `method_dealloc`. It has no `tp_clear`. */
export const BOUND_METHOD: MemberType = {
  type: Static.METHOD_TYPE,
  members: ["im_func", "im_self"],
  cleared: [],
  freeList: true,
};

/** `function.__get__(self)`. Up to 3.8 dead ones are kept for reuse. The caller owns the reference. */
export function createBoundMethod(h: HeapState, func: number, self: number): number {
  const create = h.freeLists.takeMethod() ? createRecycled : createContainer;
  return createMemberObject(h, BOUND_METHOD, h.profile.objects.methodBytes, [func, self], create);
}
