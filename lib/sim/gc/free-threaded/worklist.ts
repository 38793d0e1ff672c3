/** Garbage in the collector's hands: a stack of objects, each kept alive by one reference. Mirrors `struct worklist` in gc_free_threading.c (3.13). */

import type { HeapState } from "../../heap/heap-state";
import { Field, GcRefs, gcRefsAt } from "../../heap/memory-map";
import { incref } from "../../heap/refcount";
import { append, move, remove } from "../gc-list";

/**
 * `worklist_push`, and the reference that `merge_refcount(op, 1)` adds: move a tracked object to the front of the
 * worklist. So the object found last is the first to be finalized and cleared.
 */
export function push(h: HeapState, worklist: number, o: number): void {
  const { memory } = h;
  remove(memory, o);
  append(memory, memory[worklist + Field.GC_NEXT]!, o);
  memory[gcRefsAt(memory, o)] = GcRefs.TENTATIVELY_UNREACHABLE;
  incref(h, o);
}

/** Take `o` off the worklist: it is tracked as all others are. The worklist's reference is the caller's now. */
export function take(h: HeapState, heap: number, o: number): void {
  h.memory[gcRefsAt(h.memory, o)] = GcRefs.REACHABLE;
  move(h.memory, o, heap);
}

/** The objects of a list as they stand now, for walks during which the program runs. */
export function objectsOf(memory: Int32Array, list: number): number[] {
  const objects: number[] = [];
  for (let o = memory[list + Field.GC_NEXT]!; o !== list; o = memory[o + Field.GC_NEXT]!) objects.push(o);
  return objects;
}
