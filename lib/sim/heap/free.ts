/** Gives the memory of a dead object back, to a free list or to the allocator. Mirrors `tp_free`, `PyObject_GC_Del`. */

import { freeBlocks, keepBlock } from "../alloc/heap-blocks";
import { recordDeallocations } from "../gc/free-threaded/allocation-count";
import { unshare } from "../objects/split-dict";
import { Static } from "../objects/static-object";
import { type FrameOwner, keepFrame } from "./call-frame";
import type { HeapState } from "./heap-state";
import { Field, GcRefs, gcRefsAt, Layout, ShapeWord, State } from "./memory-map";
import { shapeOf } from "./shape";
import { giveBlock } from "./slot-block";

/** Free an untracked object whose referents are released, and what a few kinds of objects have besides their record. */
export function free(h: HeapState, o: number): void {
  const { memory } = h;
  const layout = memory[o + Field.LAYOUT]!;
  if ((layout & Layout.HANDLED) !== 0) {
    h.onHandledDeath?.(o);
    h.deaths.set(o, (h.deaths.get(o) ?? 0) + 1);
  }
  if ((layout & Layout.GROWABLE) !== 0) freeStorage(h, o, layout);
  if ((layout & Layout.WEAKLY_REFERENCED) !== 0) h.weakrefLists.delete(o);
  if ((layout & Layout.FINALIZER) !== 0) h.closers.delete(o);
  if ((layout & Layout.WEAKREF) !== 0) h.weakrefs.delete(o);
  if ((layout & Layout.ATOM) !== 0) h.payload.delete(o);
  if ((layout & Layout.MANAGED_DICT) !== 0) h.splitValues.delete(o);
  if ((layout & Layout.NATIVE) !== 0) h.native.delete(o);
  if ((layout & Layout.SUBCLASS) !== 0) forgetItems(h, o);
  // Neither an atom nor what goes to a free list moves the counter.
  const kept = (layout & Layout.FREE_LIST) !== 0 && keep(h, o);
  const counted = (layout & Layout.ATOM) === 0 && !kept;
  if (h.blocks !== null) {
    if (kept) keepBlock(h, h.blocks, o);
    else freeBlocks(memory, h.blocks, o);
  }
  memory[State.UNTRACKED]!--;
  restoreRecord(h, o);
  const count0 = memory[State.COUNT0]!;
  freeRecord(memory, o);
  if (counted && (layout & Layout.THREAD_COUNTED) === 0) return;
  memory[State.COUNT0] = count0;
  if (counted) recordDeallocations(h, 1);
}

/** The same for an atom that has nothing but its value: an int that a loop has made. */
export function freeAtom(h: HeapState, o: number): void {
  const { memory } = h;
  h.payload.delete(o);
  if (h.blocks !== null) freeBlocks(memory, h.blocks, o);
  memory[State.UNTRACKED]!--;
  const count0 = memory[State.COUNT0]!;
  freeRecord(memory, o);
  memory[State.COUNT0] = count0;
}

/**
 * Give back a container's record. `PyObject_GC_Del` lowers the youngest generation's count, never below 0.
 * All else in it is as the shape's next object wants it, its slots are empty.
 */
export function freeRecord(memory: Int32Array, o: number): void {
  const shape = memory[o + Field.SHAPE]!;
  const count0 = memory[State.COUNT0]!;
  if (count0 > 0) memory[State.COUNT0] = count0 - 1;
  memory[shape + ShapeWord.LIVE]!--;
  memory[o + Field.REFCNT] = 0;
  memory[gcRefsAt(memory, o)] = GcRefs.REACHABLE;
  memory[o + Field.GC_NEXT] = memory[shape + ShapeWord.FREE]!;
  memory[shape + ShapeWord.FREE] = o;
}

/** The slots that lie elsewhere, and the tables that say what is where in them. */
function freeStorage(h: HeapState, o: number, layout: number): void {
  giveBlock(h, layout & Layout.BLOCK_CLASS, h.memory[o + Field.START]!);
  const type = h.memory[o + Field.TYPE];
  if (type === Static.DICT_TYPE && (layout & Layout.PAIRS) === 0) unshare(h, o);
  else if (type === Static.DICT_TYPE) h.dicts.delete(o);
  else if (type === Static.SET_TYPE || type === Static.FROZENSET_TYPE) h.sets.delete(o);
}

/** What an instance of a subclass of list, dict, set or an atom has, whichever it is. */
function forgetItems(h: HeapState, o: number): void {
  h.dicts.delete(o);
  h.sets.delete(o);
  h.payload.delete(o);
}

/** Offer a dead object to the free list of its kind. @returns whether it is kept there. */
function keep(h: HeapState, o: number): boolean {
  const type = h.memory[o + Field.TYPE]!;
  if (type === Static.LIST_TYPE) return h.freeLists.keepList();
  if (type === Static.DICT_TYPE) return h.freeLists.keepDict();
  if (type === Static.METHOD_TYPE) return h.freeLists.keepMethod();
  if (type === Static.FRAME_TYPE) return keepFrame(h, takeWaiting(h, o));
  return h.freeLists.keepTuple(h.memory[o + Field.LENGTH]!);
}

/** Whose frame it is that was waiting. */
function takeWaiting(h: HeapState, frame: number): FrameOwner | undefined {
  const code = h.callFrames.waiting.get(frame);
  h.callFrames.waiting.delete(frame);
  return code;
}

/** Make the record again what it was before its object changed its size. */
function restoreRecord(h: HeapState, o: number): void {
  const { memory } = h;
  const old = memory[o + Field.SHAPE]!;
  const { home } = shapeOf(h, o);
  memory[old + ShapeWord.LIVE]!--;
  memory[home + ShapeWord.LIVE]!++;
  memory[o + Field.SHAPE] = home;
  memory[o + Field.START] = o + Field.SLOTS;
  memory[o + Field.LENGTH] = shapeOf(h, o).length;
  memory[o + Field.LAYOUT] = shapeOf(h, o).layout;
}
