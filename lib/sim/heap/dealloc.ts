/** What happens at count 0: untrack, release the referents, free the memory. Mirrors `_Py_Dealloc` and `subtype_dealloc`. */

import { remove } from "../gc/gc-list";
import type { HeapState } from "./heap-state";
import { Field, GcRefs, Layout, State } from "./memory-map";
import { reportCount, reportDealloc } from "./report";
import { giveBlock } from "./slot-block";

/**
 * Deallocate `o`, whose count has just become 0, and whatever dies with it.
 *
 * The short way, for an object none of whose referents dies: the common case, which needs no bookkeeping. When it
 * meets one that does, it goes the long way; what it has released until then is empty.
 */
export function dealloc(h: HeapState, o: number): void {
  const { memory } = h;
  if (memory[State.OBSERVED] !== 0 || (memory[o + Field.LAYOUT]! & Layout.BACKWARD) !== 0) {
    return deallocNested(h, o);
  }
  const start = memory[o + Field.START]!;
  const end = start + memory[o + Field.LENGTH]!;
  for (let i = start; i < end; i++) {
    const referent = memory[i]!;
    if (referent === 0) continue;
    const refcnt = memory[referent + Field.REFCNT]!;
    if (refcnt === 1) return deallocNested(h, o);
    if (refcnt > 0) memory[referent + Field.REFCNT] = refcnt - 1;
    memory[i] = 0;
  }
  const type = memory[o + Field.TYPE]!;
  const instances = memory[type + Field.REFCNT]!;
  if (instances === 1) return deallocNested(h, o);
  if (instances > 0) memory[type + Field.REFCNT] = instances - 1;
  untrackDying(memory, o);
  free(h, o);
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
  if (h.memory[State.OBSERVED] !== 0) reportDealloc(h, o);
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
  if (next <= length && dropped(h, type)) {
    memory[o + Field.GC_REFS] = length + 1;
    return type;
  }
  return 0;
}

/** Step one of a decref. @returns whether the count is now 0. */
function dropped(h: HeapState, o: number): boolean {
  const { memory } = h;
  const refcnt = memory[o + Field.REFCNT]!;
  if (refcnt < 0) return false;
  memory[o + Field.REFCNT] = refcnt - 1;
  if (memory[State.OBSERVED] !== 0) reportCount(h, "decref", o, refcnt - 1);
  return refcnt === 1;
}

/**
 * Give back the memory. `PyObject_GC_Del` lowers the youngest generation's count, never below 0.
 * After this, every slot of the free record is 0: what is made of it next starts empty.
 */
function free(h: HeapState, o: number): void {
  const { memory } = h;
  const layout = memory[o + Field.LAYOUT]!;
  h.footprintCounts[memory[o + Field.FOOTPRINT]!]!--;
  memory[o + Field.REFCNT] = 0;
  memory[o + Field.GC_REFS] = GcRefs.REACHABLE;
  if ((layout & (Layout.ATOM | Layout.GROWABLE)) !== 0) return freeOther(h, o, layout);
  if (memory[State.COUNT0]! > 0) memory[State.COUNT0]!--;
  const list = State.FREE_RECORDS + (layout & Layout.BLOCK_CLASS);
  memory[o + Field.GC_NEXT] = memory[list]!;
  memory[list] = o;
}

/** The same for what is not a container of fixed size: a growable object's slots are a block of their own. */
function freeOther(h: HeapState, o: number, layout: number): void {
  const { memory } = h;
  if ((layout & Layout.ATOM) === 0 && memory[State.COUNT0]! > 0) memory[State.COUNT0]!--;
  giveBlock(h, layout & Layout.BLOCK_CLASS, memory[o + Field.START]!);
  memory[o + Field.GC_NEXT] = memory[State.FREE_RECORDS]!;
  memory[State.FREE_RECORDS] = o;
  h.payload.delete(o);
  h.dictIndex.delete(o);
  h.classes.delete(o);
}
