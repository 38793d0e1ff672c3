/** Small heaps of 3.14 for tests: lists in rings, with nothing of a start-up. */

import { HeapState } from "../../../../lib/sim/heap/heap-state";
import { Field, State } from "../../../../lib/sim/heap/memory-map";
import { decref } from "../../../../lib/sim/heap/refcount";
import { append, createList } from "../../../../lib/sim/objects/list";
import { py314 } from "../../../../lib/sim/profile/py314";

/** A 3.14 without start-up objects; automatic collections are off. */
export function emptyHeap(): HeapState {
  const startup = { ...py314.startup, trackedObjects: 0, unmarkedObjects: 0 };
  const h = new HeapState({ ...py314, startup });
  h.memory[State.ENABLED] = 0;
  return h;
}

/** `n` lists, each in the one before it, the first in the last. The caller holds a reference to the first. */
export function ringOf(h: HeapState, n: number): number[] {
  const lists = Array.from({ length: n }, () => createList(h));
  lists.forEach((list, i) => {
    append(h, list, lists[(i + 1) % n] ?? list);
  });
  for (const list of lists.slice(1)) decref(h, list);
  return lists;
}

/** `n` lists that hold themselves, and nothing else holds. */
export function selfLists(h: HeapState, n: number): void {
  for (let k = 0; k < n; k++) for (const list of ringOf(h, 1)) decref(h, list);
}

/** What is on a list of the collector, in its order. */
export function onList(h: HeapState, list: number): number[] {
  const objects: number[] = [];
  for (let o = next(h, list); o !== list; o = next(h, o)) objects.push(o);
  return objects;
}

function next(h: HeapState, o: number): number {
  return h.memory[o + Field.GC_NEXT] ?? 0;
}
