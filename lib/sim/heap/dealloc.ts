/** What happens at count 0: untrack, finalize, release the referents, free the memory. Mirrors `_Py_Dealloc` and `subtype_dealloc`. */

import { freeBlocks } from "../alloc/heap-blocks";
import { remove } from "../gc/gc-list";
import { untrack } from "../gc/untrack";
import { classDies } from "../objects/class-death";
import { detachDict } from "../objects/instance-dict";
import { Static } from "../objects/static-object";
import { clearWeakref } from "../objects/weakref-list";
import { free, freeAtom, freeRecord } from "./free";
import type { HeapState } from "./heap-state";
import { lastRites } from "./last-rites";
import { Field, Layout, NEVER_PLAIN, State } from "./memory-map";
import { dropOwnDict } from "./own-dict";
import { reportCount, reportDealloc } from "./report";
import { shapeOf } from "./shape";

/**
 * Deallocate `o`, whose count has just become 0, and whatever dies with it.
 *
 * The short ways are for an atom, and for an instance none of whose referents dies with it: the common case, which needs no bookkeeping.
 * When a referent does die, the rest goes the long way; what has been released until then is empty.
 */
export function dealloc(h: HeapState, o: number): void {
  const { memory } = h;
  const layout = memory[o + Field.LAYOUT]!;
  if (memory[State.PLAIN_FROM] === NEVER_PLAIN) return deallocNested(h, o);
  if (layout === Layout.ATOM && memory[o + Field.LENGTH] === 0) return freeAtom(h, o);
  if (layout !== 0) return deallocNested(h, o);
  const start = memory[o + Field.START]!;
  const end = start + memory[o + Field.LENGTH]!;
  for (let i = start; i < end; i++) {
    const referent = memory[i]!;
    if (referent === 0) continue;
    const refcnt = memory[referent + Field.REFCNT]!;
    if (refcnt === 1) return deallocNested(h, o);
    memory[referent + Field.REFCNT] = refcnt - 1;
    memory[i] = 0;
  }
  const type = memory[o + Field.TYPE]!;
  const instances = memory[type + Field.REFCNT]!;
  if (instances === 1) return deallocNested(h, o);
  memory[type + Field.REFCNT] = instances - 1;
  remove(memory, o);
  freeRecord(memory, o);
  if (h.blocks !== null) freeBlocks(memory, h.blocks, o);
}

/**
 * Deallocate `root` and, depth first, every referent whose count falls to 0, without recursion: a chain of a
 * million objects needs no stack. The object that waits for a referent's death is kept in the referent's
 * `GC_PREV`, and where it goes on in its own `GC_NEXT`, as CPython's trashcan borrows `_gc_prev`.
 */
function deallocNested(h: HeapState, root: number): void {
  if (!begin(h, root)) return;
  let dying = root;
  let waiting = 0;
  let next = 0;
  for (;;) {
    const dead = releaseReferents(h, dying, next);
    if (dead !== 0) {
      const dies = begin(h, dead);
      next = dies ? 0 : h.memory[dying + Field.GC_NEXT]!;
      if (!dies) continue;
      h.memory[dead + Field.GC_PREV] = dying;
      waiting = dying;
      dying = dead;
      continue;
    }
    end(h, dying);
    if (waiting === 0) return;
    dying = waiting;
    next = h.memory[dying + Field.GC_NEXT]!;
    waiting = dying === root ? 0 : h.memory[dying + Field.GC_PREV]!;
  }
}

/**
 * What comes before the referents. Untrack first: a collection that runs during a death must not see the dying object.
 *
 * @returns false when `o` does not die now: the trashcan keeps it for later, or its finalizer has made it live on.
 */
function begin(h: HeapState, o: number): boolean {
  const { memory } = h;
  if (memory[o + Field.GC_NEXT] !== 0) untrack(memory, o);
  if (usesTrashcan(memory, o)) {
    if (h.trashcan.full) {
      h.trashcan.deposit(o);
      return false;
    }
    h.trashcan.nesting++;
  }
  const layout = memory[o + Field.LAYOUT]!;
  if ((layout & (Layout.FINALIZER | Layout.WEAKLY_REFERENCED)) !== 0 && !lastRites(h, o)) {
    leaveTrashcan(h);
    return false;
  }
  if ((h.memory[o + Field.LAYOUT]! & Layout.MANAGED_DICT) !== 0) detachDict(h, o);
  if ((layout & Layout.SUBCLASS) !== 0) dropOwnDict(h, o);
  const type = h.memory[o + Field.TYPE]!;
  if ((layout & Layout.WEAKREF) !== 0) clearWeakref(h, o);
  if (type === Static.TYPE_TYPE) classDies(h, o);
  if (h.memory[State.PLAIN_FROM] === NEVER_PLAIN) reportDealloc(h, o);
  return true;
}

/** What comes after the referents. */
function end(h: HeapState, o: number): void {
  const used = usesTrashcan(h.memory, o);
  free(h, o);
  if (used) leaveTrashcan(h);
}

/** Instances of classes, and the containers that can be nested without end. */
function usesTrashcan(memory: Int32Array, o: number): boolean {
  return (
    memory[o + Field.TYPE]! >= Static.FIRST_ALLOCATED || (memory[o + Field.LAYOUT]! & Layout.TRASHCAN) !== 0
  );
}

/** The outermost death has finished: now those die that were nested too deep, each an outermost one of its own. */
export function leaveTrashcan(h: HeapState): void {
  const { trashcan } = h;
  trashcan.nesting--;
  if (!trashcan.due) return;
  // One more, so that the deaths in the chain do not begin to empty the trashcan themselves.
  trashcan.nesting++;
  for (let later = trashcan.next(); later !== undefined; later = trashcan.next()) deallocNested(h, later);
  trashcan.nesting--;
}

/**
 * Decref the referents of `o` from the `next`-th on, its class last, until one dies.
 * After this, `GC_NEXT` of `o` says where to go on. @returns the referent that died, 0 when all are released.
 */
function releaseReferents(h: HeapState, o: number, next: number): number {
  const { memory } = h;
  const start = memory[o + Field.START]!;
  const length = memory[o + Field.LENGTH]!;
  const layout = memory[o + Field.LAYOUT]!;
  const order = (layout & Layout.MEMBERS) === 0 ? undefined : shapeOf(h, o).released;
  for (let i = next; i < length; i++) {
    const slot = order !== undefined ? start + order[i]! : start + positionOf(layout, length, i);
    const referent = memory[slot]!;
    memory[slot] = 0;
    if (referent !== 0 && dropped(h, referent)) {
      memory[o + Field.GC_NEXT] = i + 1;
      return referent;
    }
  }
  const type = memory[o + Field.TYPE]!;
  if (next <= length && type >= Static.FIRST_ALLOCATED && dropped(h, type)) {
    memory[o + Field.GC_NEXT] = length + 1;
    return type;
  }
  return 0;
}

/** Where the `i`-th reference to be released stands: a list goes from its end, a dict's key before the value. */
export function positionOf(layout: number, length: number, i: number): number {
  if ((layout & Layout.BACKWARD) !== 0) return length - 1 - i;
  return (layout & Layout.PAIRS) !== 0 ? i ^ 1 : i;
}

/** Step one of a decref. @returns whether the count is now 0. */
function dropped(h: HeapState, o: number): boolean {
  const refcnt = h.memory[o + Field.REFCNT]! - 1;
  h.memory[o + Field.REFCNT] = refcnt;
  if (h.memory[State.PLAIN_FROM] === NEVER_PLAIN) reportCount(h, "decref", o);
  return refcnt === 0;
}
