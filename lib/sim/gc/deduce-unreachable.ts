/** Finds cyclic garbage by arithmetic on reference counts alone. Mirrors `deduce_unreachable` in gc.c. */

import { moveUnreachable } from "./move-unreachable";
import { subtractRefs } from "./subtract-refs";
import { updateRefs } from "./update-refs";

/**
 * Split `base` into what is reachable from outside of it and what is not. Runs no program code, allocates nothing.
 *
 * @param base - A list; holds the reachable objects after.
 * @param unreachable - An empty list; holds the others after.
 * @returns The number of unreachable objects.
 */
export function deduceUnreachable(memory: Int32Array, base: number, unreachable: number): number {
  updateRefs(memory, base);
  subtractRefs(memory, base);
  return moveUnreachable(memory, base, unreachable);
}
