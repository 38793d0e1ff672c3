/** Cells: the variables that a function shares with the functions inside it. Mirrors `Objects/cellobject.c`. */

import type { HeapState } from "../heap/heap-state";
import { createMemberObject, type MemberType } from "../heap/member-object";
import { Static } from "./static-object";

/** A cell's one member. */
export const CELL: MemberType = { type: Static.CELL_TYPE, members: ["ob_ref"] };

/** A cell. @param value - What it holds; 0 = nothing yet. The caller owns the reference to the cell. */
export function createCell(h: HeapState, value: number): number {
  return createMemberObject(h, CELL, h.profile.objects.cellBytes, [value]);
}
