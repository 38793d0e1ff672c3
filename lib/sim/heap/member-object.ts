/** Objects of built-in types with a fixed set of members: function, cell, frame, exception, ... As a C struct is. */

import { createContainer } from "./create";
import type { HeapState } from "./heap-state";
import { Field, Layout } from "./memory-map";
import { incref } from "./refcount";
import { builtinShape } from "./shape";

/** What the C source says of a type. */
export interface MemberType {
  readonly type: number;
  /** Members that hold references, in the order of `tp_traverse`. */
  readonly members: readonly string[];
  /** In the order of `tp_dealloc`, where it is another. */
  readonly released?: readonly string[];
  /** In the order of `tp_clear`, where it is not that of `tp_dealloc`; empty for a type without one. */
  readonly cleared?: readonly string[];
  /** `tp_dealloc` goes through the trashcan. */
  readonly trashcan?: boolean;
  /** Dead ones may be kept for reuse. */
  readonly freeList?: boolean;
}

/**
 * Make an object and give it a reference to each of `values`. The caller owns the reference to the object.
 *
 * @param sizeBytes - GC head included.
 * @param values - One per member, in their order; 0 = NULL.
 * @param create - How the object is made: {@link createContainer} unless a free list serves it.
 */
export function createMemberObject(
  h: HeapState,
  type: MemberType,
  sizeBytes: number,
  values: readonly number[],
  create: (h: HeapState, shape: number) => number = createContainer,
): number {
  const o = create(h, memberShape(h, type, sizeBytes));
  const start = h.memory[o + Field.START]!;
  values.forEach((value, i) => {
    if (value === 0) return;
    incref(h, value);
    h.memory[start + i] = value;
  });
  return o;
}

/** Keep something beside an object until it dies. */
export function keepNative(h: HeapState, o: number, value: unknown): void {
  h.native.set(o, value);
  h.memory[o + Field.LAYOUT]! |= Layout.NATIVE;
}

/** The slot of a member. */
export function memberSlot(type: MemberType, member: string): number {
  return type.members.indexOf(member);
}

/** The shape of objects of a type in a size. */
export function memberShape(h: HeapState, type: MemberType, blockBytes: number): number {
  const positions = (names: readonly string[]): readonly number[] =>
    names.map((name) => type.members.indexOf(name));
  const released = positions(type.released ?? type.members);
  return builtinShape(h, {
    type: type.type,
    length: type.members.length,
    layout:
      Layout.MEMBERS |
      (type.trashcan === true ? Layout.TRASHCAN : 0) |
      (type.freeList === true ? Layout.FREE_LIST : 0),
    blockBytes,
    storageBytes: 0,
    released,
    cleared: type.cleared === undefined ? released : positions(type.cleared),
  });
}
