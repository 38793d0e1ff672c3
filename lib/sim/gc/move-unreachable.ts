/** Step 3: separate what nothing outside reaches. Mirrors `move_unreachable` and `visit_reachable` in gc.c. */

import { Field, GcRefs, gcRefsAt, Layout, State } from "../heap/memory-map";
import { ownDict } from "../heap/own-dict";
import { move, moveRun } from "./gc-list";

/**
 * Walk `young` once, moving objects with `GC_REFS === 0` to `unreachable`, for now; an object that turns out to be
 * reachable pulls its referents back to the tail of `young`, where the walk will meet them again.
 *
 * Invariant of the walk: everything before the current object is reachable and its referents are not in
 * `unreachable`. After this, `young` holds exactly the reachable objects, in the order in which they were reached.
 *
 * @returns The number of objects left in `unreachable`. `State.FOUND_LAYOUTS` says which kinds are among them.
 */
export function moveUnreachable(memory: Int32Array, young: number, unreachable: number): number {
  let found = 0;
  let layouts = 0;
  let o = memory[young + Field.GC_NEXT]!;
  while (o !== young) {
    if (memory[gcRefsAt(memory, o)]! > 0) {
      memory[gcRefsAt(memory, o)] = GcRefs.REACHABLE;
      found -= rescueReferents(memory, o, young);
      o = memory[o + Field.GC_NEXT]!;
      continue;
    }
    // Neighbours go together: until one is reachable, nothing can pull them back, so the order is that of one by one.
    const first = o;
    let last = o;
    do {
      memory[gcRefsAt(memory, o)] = GcRefs.TENTATIVELY_UNREACHABLE;
      found++;
      layouts |= memory[o + Field.LAYOUT]!;
      last = o;
      o = memory[o + Field.GC_NEXT]!;
    } while (o !== young && memory[gcRefsAt(memory, o)] === 0);
    moveRun(memory, first, last, unreachable);
  }
  memory[State.FOUND_LAYOUTS] = layouts;
  return found;
}

/** What a reachable object refers to is reachable. @returns how many came back from the unreachable list. */
function rescueReferents(memory: Int32Array, o: number, young: number): number {
  const start = memory[o + Field.START]!;
  const end = start + memory[o + Field.LENGTH]!;
  let rescued = 0;
  const layout = memory[o + Field.LAYOUT]!;
  if ((layout & Layout.SUBCLASS) !== 0) rescued += rescue(memory, ownDict(memory, o), young);
  if ((layout & Layout.BACKWARD) === 0) {
    for (let i = start; i < end; i++) rescued += rescue(memory, memory[i]!, young);
  } else for (let i = end - 1; i >= start; i--) rescued += rescue(memory, memory[i]!, young);
  return rescued + rescue(memory, memory[o + Field.TYPE]!, young);
}

function rescue(memory: Int32Array, referent: number, young: number): number {
  const refs = memory[gcRefsAt(memory, referent)]!;
  if (refs === 0) memory[gcRefsAt(memory, referent)] = 1;
  if (refs !== GcRefs.TENTATIVELY_UNREACHABLE) return 0;
  memory[gcRefsAt(memory, referent)] = 1;
  move(memory, referent, young);
  return 1;
}
