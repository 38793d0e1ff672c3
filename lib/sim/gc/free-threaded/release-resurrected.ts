/** After the finalizers: what they made reachable is no garbage. Mirrors `handle_resurrected_objects` in gc_free_threading.c (3.13). */

import type { HeapState } from "../../heap/heap-state";
import { Field, GcRefs, gcRefsAt } from "../../heap/memory-map";
import { decref } from "../../heap/refcount";
import { subtractRefs } from "../subtract-refs";
import { markReachable } from "./mark-reachable";
import { objectsOf, take } from "./worklist";

/**
 * Look once more at the garbage alone, for references from outside of it; the worklist's own do not count. Whatever is
 * reachable from such an object goes back to `heap`, and the worklist's reference with it.
 */
export function releaseResurrected(h: HeapState, unreachable: number, heap: number): void {
  const { memory } = h;
  const objects = objectsOf(memory, unreachable);
  for (const o of objects) memory[gcRefsAt(memory, o)] = memory[o + Field.REFCNT]! - 1;
  subtractRefs(memory, unreachable);
  markReachable(memory, unreachable);
  for (const o of objects) {
    if (memory[gcRefsAt(memory, o)] === 0) {
      memory[gcRefsAt(memory, o)] = GcRefs.TENTATIVELY_UNREACHABLE;
      continue;
    }
    take(h, heap, o);
    decref(h, o);
  }
}
