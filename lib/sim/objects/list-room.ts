/** For how many items a list has room. Mirrors `list_resize` and `list_preallocate_exact` in `Objects/listobject.c`. */

import type { HeapState } from "../heap/heap-state";
import { resizeStorage, shapeOf } from "../heap/shape";

const POINTER_BYTES = 8;

/** For how many items a list has room (`allocated`). */
export function roomOf(h: HeapState, list: number): number {
  return shapeOf(h, list).storageBytes / POINTER_BYTES;
}

/** Give a list room for so many items and no more, as `PyList_New` does. */
export function setRoom(h: HeapState, list: number, room: number): void {
  resizeStorage(h, list, room * POINTER_BYTES);
}

/**
 * A list that had `from` items is to have `to`: when that does not fit, or leaves more than half of the room empty, the
 * room becomes about one eighth more than asked for. Source: `list_resize`.
 */
export function listResize(h: HeapState, list: number, from: number, to: number): void {
  const allocated = roomOf(h, list);
  if (allocated >= to && to >= allocated >> 1) return;
  setRoom(h, list, to === 0 ? 0 : roomFor(h, from, to));
}

/** Make room in a list that has none for items whose number is known. Source: `list_preallocate_exact`. */
export function preallocate(h: HeapState, list: number, length: number): void {
  setRoom(h, list, h.profile.objects.listRoomInFours ? (length + 1) & ~1 : length);
}

/** In multiples of four from 3.9 on; then without more room than that, when many items come at once. */
function roomFor(h: HeapState, from: number, to: number): number {
  if (!h.profile.objects.listRoomInFours) return to + (to >> 3) + (to < 9 ? 3 : 6);
  const room = (to + (to >> 3) + 6) & ~3;
  return to - from > room - to ? (to + 3) & ~3 : room;
}
