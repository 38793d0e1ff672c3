/** The making of a module that a real process has from the start, or reads from a file: it moves no counter. */

import { moveRun } from "../../sim/gc/gc-list";
import { Field, Place, State } from "../../sim/heap/memory-map";
import type { Machine } from "../run/machine";

/**
 * Make a module with the collector at rest. What it leaves goes to the oldest generation, and the counters are as before.
 *
 * Simplified: a real import of `weakref` or `contextlib` reads other modules first, makes thousands of objects and runs
 * collections; here an import is seen by nobody but who asks for the module.
 */
export function leavingNoTrace(m: Machine, make: () => boolean): boolean {
  const { h } = m;
  const young = Place.GENERATION_0;
  const last = h.memory[young + Field.GC_PREV]!;
  const counts = h.memory.slice(State.COUNT0, State.COUNT2 + 1);
  const enabled = h.memory[State.ENABLED]!;
  h.memory[State.ENABLED] = 0;
  const made = make();
  h.memory[State.ENABLED] = enabled;
  h.memory.set(counts, State.COUNT0);
  const first = h.memory[last + Field.GC_NEXT]!;
  if (first !== young) moveRun(h.memory, first, h.memory[young + Field.GC_PREV]!, Place.GENERATION_2);
  return made;
}
