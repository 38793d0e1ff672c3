/** The three generations: their lists and their counters. Mirrors `struct gc_generation` and `update_counts` in gc.c. */

import { Field, Place, State } from "../heap/memory-map";
import { merge } from "./gc-list";

/** The head of a generation's list. */
export function generationList(generation: number): number {
  return Place.GENERATION_0 + generation * (Place.GENERATION_1 - Place.GENERATION_0);
}

/** The next older generation's list; the oldest is its own. */
export function olderList(generation: number): number {
  return generationList(Math.min(generation + 1, 2));
}

/** A collection of `generation` begins: the next older one counts it, its own counter and the younger ones restart. */
export function updateCounts(memory: Int32Array, generation: number): void {
  if (generation < 2) memory[State.COUNT0 + generation + 1]!++;
  for (let younger = 0; younger <= generation; younger++) memory[State.COUNT0 + younger] = 0;
}

/** Put the younger generations behind the one that is collected, the youngest first. */
export function mergeYounger(memory: Int32Array, generation: number): void {
  for (let younger = 0; younger < generation; younger++) {
    merge(memory, generationList(younger), generationList(generation));
  }
}

/** What {@link generationOf} says of a frozen object. */
export const PERMANENT_GENERATION = 3;

/** The generation that an object is in; -1 when it is not tracked, or being collected. Walks the rest of its list. */
export function generationOf(memory: Int32Array, o: number): number {
  let at = memory[o + Field.GC_NEXT]!;
  if (at === 0) return -1;
  while (at > Place.SURVIVORS) at = memory[at + Field.GC_NEXT]!;
  if (at === Place.PERMANENT) return PERMANENT_GENERATION;
  if (at > Place.GENERATION_2) return -1;
  return (at - Place.GENERATION_0) / (Place.GENERATION_1 - Place.GENERATION_0);
}
