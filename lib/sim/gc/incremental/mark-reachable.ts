/** Marking: what is reachable for certain goes to the visited space unexamined. Mirrors `mark_all_reachable` in gc.c. */

import type { HeapState } from "../../heap/heap-state";
import { Field, GcRefs, gcRefsAt, Layout } from "../../heap/memory-map";
import { ownDict } from "../../heap/own-dict";
import { move } from "../gc-list";
import { visitedList } from "./space";

/**
 * Move the tracked objects among `roots`, and all that they reach, from the young list and the pending space to the
 * visited one, breadth first.
 *
 * @returns How many were moved. Those that were visited before do not count, and their referents are not looked at.
 */
export function markReachable(h: HeapState, roots: Iterable<number>): number {
  const { memory } = h;
  const visited = visitedList(h);
  const last = memory[visited + Field.GC_PREV]!;
  let marked = 0;
  for (const root of roots) marked += moveToVisited(memory, root, visited);
  // What was moved lies behind `last` and is its own queue: what it reaches is put behind it.
  for (let o = memory[last + Field.GC_NEXT]!; o !== visited; o = memory[o + Field.GC_NEXT]!) {
    marked += visitReferents(memory, o, visited);
  }
  return marked;
}

/**
 * Move what `o` refers to, if it is tracked and not yet in the visited space, to the tail of `list`, and say that it is
 * visited (`visit_add_to_container`). Each object is moved once, however many refer to it.
 *
 * @returns How many were moved.
 */
export function visitReferents(memory: Int32Array, o: number, list: number): number {
  const start = memory[o + Field.START]!;
  const end = start + memory[o + Field.LENGTH]!;
  let moved = 0;
  const layout = memory[o + Field.LAYOUT]!;
  if ((layout & Layout.SUBCLASS) !== 0) moved += moveToVisited(memory, ownDict(memory, o), list);
  if ((layout & Layout.BACKWARD) === 0) {
    for (let i = start; i < end; i++) moved += moveToVisited(memory, memory[i]!, list);
  } else for (let i = end - 1; i >= start; i--) moved += moveToVisited(memory, memory[i]!, list);
  return moved + moveToVisited(memory, memory[o + Field.TYPE]!, list);
}

/** `move_to_reachable`. @returns 1 when `o` was moved. */
function moveToVisited(memory: Int32Array, o: number, list: number): number {
  if (memory[o + Field.GC_NEXT] === 0 || memory[gcRefsAt(memory, o)] === GcRefs.VISITED) return 0;
  memory[gcRefsAt(memory, o)] = GcRefs.VISITED;
  move(memory, o, list);
  return 1;
}
