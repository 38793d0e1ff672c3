/** Marks what is reachable from outside. Mirrors `mark_heap_visitor` and `mark_reachable` in gc_free_threading.c (3.13). */

import { Field, GcRefs, gcRefsAt } from "../../heap/memory-map";

/**
 * From every object in `containers` with `GC_REFS > 0`, follow all references. After this, `GC_REFS` of a reached object
 * is REACHABLE, of all others in `containers` still 0. A chain of any length needs no recursion (`_PyObjectStack`).
 */
export function markReachable(memory: Int32Array, containers: number): void {
  const stack: number[] = [];
  for (let o = memory[containers + Field.GC_NEXT]!; o !== containers; o = memory[o + Field.GC_NEXT]!) {
    if (memory[gcRefsAt(memory, o)]! <= 0) continue;
    visit(memory, o, stack);
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) traverse(memory, next, stack);
  }
}

function traverse(memory: Int32Array, o: number, stack: number[]): void {
  const start = memory[o + Field.START]!;
  const end = start + memory[o + Field.LENGTH]!;
  for (let i = start; i < end; i++) visit(memory, memory[i]!, stack);
  visit(memory, memory[o + Field.TYPE]!, stack);
}

/** `visit_clear_unreachable`: an object that is looked at and not yet reached is reached now. */
function visit(memory: Int32Array, o: number, stack: number[]): void {
  if (memory[gcRefsAt(memory, o)]! < 0) return;
  memory[gcRefsAt(memory, o)] = GcRefs.REACHABLE;
  stack.push(o);
}
