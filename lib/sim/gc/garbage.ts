/** `gc.garbage`: the list of what a collection found and did not free. */

import { createContainer } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Place, State } from "../heap/memory-map";
import { append, listShape } from "../objects/list";
import { move } from "./gc-list";

/** The list object. It was there before the program, in the oldest generation. */
export function garbageList(h: HeapState): number {
  if (h.garbage !== 0) return h.garbage;
  const collecting = h.memory[State.COLLECTING]!;
  h.memory[State.COLLECTING] = 1;
  h.garbage = createContainer(h, listShape(h, 0));
  h.memory[State.COLLECTING] = collecting;
  h.memory[State.COUNT0]!--;
  move(h.memory, h.garbage, Place.GENERATION_2);
  h.internal.set(h.garbage, 1);
  return h.garbage;
}

/** Keep `o` there, alive. */
export function saveGarbage(h: HeapState, o: number): void {
  append(h, garbageList(h), o);
}
