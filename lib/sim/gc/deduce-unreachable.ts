/** Finds cyclic garbage by arithmetic on reference counts alone. Mirrors `deduce_unreachable` in gc.c. */

import type { HeapState } from "../heap/heap-state";
import { moveUnreachable } from "./move-unreachable";
import { reportStep } from "./step";
import { subtractRefs } from "./subtract-refs";
import { updateRefs } from "./update-refs";

/**
 * Split `base` into what is reachable from outside of it and what is not. Runs no program code, allocates nothing.
 *
 * @param base - A list; holds the reachable objects after.
 * @param unreachable - An empty list; holds the others after.
 * @returns The number of unreachable objects.
 */
export function deduceUnreachable(h: HeapState, base: number, unreachable: number): number {
  const { memory } = h;
  updateRefs(memory, base);
  reportStep(h, "update_refs", base, unreachable);
  subtractRefs(memory, base);
  reportStep(h, "subtract_refs", base, unreachable);
  const found = moveUnreachable(memory, base, unreachable);
  reportStep(h, "move_unreachable", base, unreachable);
  return found;
}
