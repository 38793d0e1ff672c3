/** What happens at count 0: untrack, release the referents, free the memory. Mirrors `_Py_Dealloc` and `subtype_dealloc`. */

import { remove } from "../gc/gc-list";
import { Static } from "../objects/static-object";
import type { HeapState } from "./heap-state";
import { Field, GcRefs, Layout, NEVER_PLAIN, ShapeWord, State } from "./memory-map";
import { reportCount, reportDealloc } from "./report";
import { shapeOf } from "./shape";
import { giveBlock } from "./slot-block";

/**
 * Deallocate `o`, whose count has just become 0, and whatever dies with it.
 *
 * The short way is for an instance none of whose referents dies with it: the common case, which needs no bookkeeping.
 * When a referent does die, the rest goes the long way; what has been released until then is empty.
 */
export function dealloc(h: HeapState, o: number): void {
  const { memory } = h;
  if (memory[State.PLAIN_FROM] === NEVER_PLAIN || memory[o + Field.LAYOUT] !== 0) return deallocNested(h, o);
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
}

/**
 * Deallocate `root` and, depth first, every referent whose count falls to 0, without recursion: a chain of a
 * million objects needs no stack. The object that waits for a referent's death is kept in the referent's
 * `GC_PREV`, and where it goes on in its own `GC_REFS`, as CPython's trashcan borrows `_gc_prev`.
 *
 * Simplified: up to 3.12, CPython puts deaths nested deeper than 50 off until the outermost has finished
 * (`_PyTrash_begin`); here they stay depth first, as in 3.13.
 */
function deallocNested(h: HeapState, root: number): void {
  const { memory } = h;
  begin(h, root);
  let dying = root;
  let waiting = 0;
  let next = 0;
  for (;;) {
    const dead = releaseReferents(h, dying, next);
    if (dead !== 0) {
      begin(h, dead);
      memory[dead + Field.GC_PREV] = dying;
      waiting = dying;
      dying = dead;
      next = 0;
      continue;
    }
    free(h, dying);
    if (waiting === 0) return;
    dying = waiting;
    next = memory[dying + Field.GC_REFS]!;
    waiting = dying === root ? 0 : memory[dying + Field.GC_PREV]!;
  }
}

function begin(h: HeapState, o: number): void {
  untrackDying(h.memory, o);
  if (h.memory[State.PLAIN_FROM] === NEVER_PLAIN) reportDealloc(h, o);
}

/** Untrack first: a collection that runs during a death must not see the dying object. */
function untrackDying(memory: Int32Array, o: number): void {
  if (memory[o + Field.GC_NEXT] !== 0) remove(memory, o);
  else memory[State.UNTRACKED]!--;
}

/**
 * Decref the referents of `o` from the `next`-th on, its class last, until one dies.
 * After this, `GC_REFS` of `o` says where to go on. @returns the referent that died, 0 when all are released.
 */
function releaseReferents(h: HeapState, o: number, next: number): number {
  const { memory } = h;
  const start = memory[o + Field.START]!;
  const length = memory[o + Field.LENGTH]!;
  const backward = (memory[o + Field.LAYOUT]! & Layout.BACKWARD) !== 0;
  for (let i = next; i < length; i++) {
    const slot = backward ? start + length - 1 - i : start + i;
    const referent = memory[slot]!;
    memory[slot] = 0;
    if (referent !== 0 && dropped(h, referent)) {
      memory[o + Field.GC_REFS] = i + 1;
      return referent;
    }
  }
  const type = memory[o + Field.TYPE]!;
  if (next <= length && type >= Static.FIRST_ALLOCATED && dropped(h, type)) {
    memory[o + Field.GC_REFS] = length + 1;
    return type;
  }
  return 0;
}

/** Step one of a decref. @returns whether the count is now 0. */
function dropped(h: HeapState, o: number): boolean {
  const refcnt = h.memory[o + Field.REFCNT]! - 1;
  h.memory[o + Field.REFCNT] = refcnt;
  if (h.memory[State.PLAIN_FROM] === NEVER_PLAIN) reportCount(h, "decref", o);
  return refcnt === 0;
}

/** Give back the memory, and what a few kinds of objects have besides their record. */
function free(h: HeapState, o: number): void {
  const { memory } = h;
  const layout = memory[o + Field.LAYOUT]!;
  if ((layout & Layout.HANDLED) !== 0) h.deaths.set(o, (h.deaths.get(o) ?? 0) + 1);
  if ((layout & Layout.GROWABLE) !== 0) {
    giveBlock(h, layout & Layout.BLOCK_CLASS, memory[o + Field.START]!);
    h.dictIndex.delete(o);
    h.classes.delete(o);
  }
  if ((layout & Layout.ATOM) !== 0) {
    h.payload.delete(o);
    // An atom was never counted: what freeRecord will take from the counter is added here.
    memory[State.COUNT0]!++;
  }
  const old = memory[o + Field.SHAPE]!;
  const { home } = shapeOf(h, o);
  memory[old + ShapeWord.LIVE]!--;
  memory[home + ShapeWord.LIVE]!++;
  memory[o + Field.SHAPE] = home;
  memory[o + Field.START] = o + Field.SLOTS;
  memory[o + Field.LENGTH] = shapeOf(h, o).length;
  memory[o + Field.LAYOUT] = shapeOf(h, o).layout;
  freeRecord(memory, o);
}

/**
 * Give back a container's record. `PyObject_GC_Del` lowers the youngest generation's count, never below 0.
 * All else in it is as the shape's next object wants it, its slots are empty.
 */
function freeRecord(memory: Int32Array, o: number): void {
  const shape = memory[o + Field.SHAPE]!;
  const count0 = memory[State.COUNT0]!;
  if (count0 > 0) memory[State.COUNT0] = count0 - 1;
  memory[shape + ShapeWord.LIVE]!--;
  memory[o + Field.REFCNT] = 0;
  memory[o + Field.GC_REFS] = GcRefs.REACHABLE;
  memory[o + Field.GC_NEXT] = memory[shape + ShapeWord.FREE]!;
  memory[shape + ShapeWord.FREE] = o;
}
