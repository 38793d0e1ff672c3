/** The collector's doubly linked lists of tracked objects. Mirrors `gc_list_*` in gc.c. */

import { Field } from "../heap/memory-map";

/** `gc_list_append`: link `o` at the tail. `o` is on no list. */
export function append(memory: Int32Array, list: number, o: number): void {
  const last = memory[list + Field.GC_PREV]!;
  memory[last + Field.GC_NEXT] = o;
  memory[o + Field.GC_PREV] = last;
  memory[o + Field.GC_NEXT] = list;
  memory[list + Field.GC_PREV] = o;
}

/** `gc_list_remove`: take `o` off its list. Its own links keep their old values. */
export function remove(memory: Int32Array, o: number): void {
  const before = memory[o + Field.GC_PREV]!;
  const after = memory[o + Field.GC_NEXT]!;
  memory[before + Field.GC_NEXT] = after;
  memory[after + Field.GC_PREV] = before;
}

/** `gc_list_move`: take `o` off its list and link it at the tail of `list`. */
export function move(memory: Int32Array, o: number, list: number): void {
  remove(memory, o);
  append(memory, list, o);
}

/** The same for the run of neighbours from `first` to `last`, in their order. */
export function moveRun(memory: Int32Array, first: number, last: number, list: number): void {
  const before = memory[first + Field.GC_PREV]!;
  const after = memory[last + Field.GC_NEXT]!;
  memory[before + Field.GC_NEXT] = after;
  memory[after + Field.GC_PREV] = before;
  const tail = memory[list + Field.GC_PREV]!;
  memory[tail + Field.GC_NEXT] = first;
  memory[first + Field.GC_PREV] = tail;
  memory[last + Field.GC_NEXT] = list;
  memory[list + Field.GC_PREV] = last;
}

/** `gc_list_merge`: put all of `from` behind `to`; `from` is empty after. */
export function merge(memory: Int32Array, from: number, to: number): void {
  if (memory[from + Field.GC_NEXT] === from) return;
  moveRun(memory, memory[from + Field.GC_NEXT]!, memory[from + Field.GC_PREV]!, to);
}

/** `gc_list_size`: the number of objects, by walking. */
export function size(memory: Int32Array, list: number): number {
  let n = 0;
  for (let o = memory[list + Field.GC_NEXT]!; o !== list; o = memory[o + Field.GC_NEXT]!) n++;
  return n;
}
