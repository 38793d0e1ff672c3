/** The classes of `prelude.py` on a simulated heap. */

import type { ClassOptions } from "../sim/heap/face/making";
import type { Heap } from "../sim/heap/heap";
import type { PyObject } from "../sim/heap/py-object";
import { classNames } from "./kind";

/**
 * Make them: P is plain, F tells of its death, R saves itself, A saves what its attribute `a` holds; S has slots, T has
 * slots and tells.
 *
 * @param keep - The list in which finalizers save objects.
 * @param tell - Writes the object's label into the log.
 */
export function preludeClasses(
  heap: Heap,
  keep: PyObject,
  tell: (self: PyObject) => void,
): readonly PyObject[] {
  const bodies: Record<(typeof classNames)[number], ClassOptions> = {
    P: {},
    F: { del: tell },
    R: {
      del: (self) => {
        tell(self);
        heap.append(keep, self);
      },
    },
    A: {
      del: (self) => {
        tell(self);
        const other = heap.getattr(self, "a");
        if (other !== undefined) heap.append(keep, other);
      },
    },
    S: { slots: ["a", "b"] },
    T: { slots: ["a", "b"], del: tell },
  };
  return classNames.map((name) => heap.class(name, bodies[name]));
}
