/** Takes survivors that can never be part of a cycle off the lists. Mirrors `untrack_tuples`, `untrack_dicts` in gc.c. */

import type { HeapState } from "../heap/heap-state";
import { Field, Layout, State } from "../heap/memory-map";
import { Static } from "../objects/static-object";
import { remove } from "./gc-list";
import { mayBeTracked } from "./may-be-tracked";

/** After a collection of any generation: tuples in `survivors` that hold atoms only are no longer tracked. */
export function untrackTuples(memory: Int32Array, survivors: number): void {
  untrackType(memory, survivors, Static.TUPLE_TYPE);
}

/** After a full collection: the same for dicts. */
export function untrackDicts(memory: Int32Array, survivors: number): void {
  untrackType(memory, survivors, Static.DICT_TYPE);
}

function untrackType(memory: Int32Array, survivors: number, type: number): void {
  let next = 0;
  for (let o = memory[survivors + Field.GC_NEXT]!; o !== survivors; o = next) {
    next = memory[o + Field.GC_NEXT]!;
    if (memory[o + Field.TYPE] === type && !holdsContainers(memory, o)) untrack(memory, o);
  }
}

/** `_PyObject_GC_UNTRACK`: take a tracked object off its list for good. */
export function untrack(memory: Int32Array, o: number): void {
  remove(memory, o);
  memory[o + Field.GC_NEXT] = 0;
  memory[State.UNTRACKED]!++;
}

/**
 * Take a new object that holds atoms only off its list, where the version never tracks such a one.
 *
 * @param byType - Does an item count as a container because its type is one, tracked or not (`maybe_tracked` in
 *   tupleobject.c)? So a tuple of an untracked tuple is tracked until a collection. Else an untracked tuple is an atom.
 */
export function untrackIfAtoms(h: HeapState, o: number, { byType }: { readonly byType: boolean }): void {
  if (byType ? holdsContainerTypes(h.memory, o) : holdsContainers(h.memory, o)) return;
  untrack(h.memory, o);
  if (h.profile.collector.countsTracked) h.memory[State.COUNT0] = Math.max(0, h.memory[State.COUNT0]! - 1);
}

function holdsContainers(memory: Int32Array, o: number): boolean {
  const showsValues = (memory[o + Field.LAYOUT]! & Layout.MANAGED_DICT) !== 0;
  const holder = showsValues ? memory[o + Field.START]! : o;
  const start = memory[holder + Field.START]!;
  const end = start + memory[holder + Field.LENGTH]!;
  for (let i = start; i < end; i++) {
    if (memory[i] !== 0 && mayBeTracked(memory, memory[i]!)) return true;
  }
  return false;
}

/** `PyType_IS_GC`: containers, and the tuples and types among the objects that exist from the start. */
function holdsContainerTypes(memory: Int32Array, o: number): boolean {
  const start = memory[o + Field.START]!;
  const items = memory.subarray(start, start + memory[o + Field.LENGTH]!);
  return items.some((item) => {
    const type = memory[item + Field.TYPE];
    const isContainer = (memory[item + Field.LAYOUT]! & Layout.ATOM) === 0;
    return isContainer || type === Static.TUPLE_TYPE || type === Static.TYPE_TYPE;
  });
}
