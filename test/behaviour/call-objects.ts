/** Objects that a call leaves behind, made by hand: the simulator runs no Python code. */

import type { PyObject } from "../../lib/dist";
import { createFrame } from "../../lib/dist/sim/objects/frame";
import { createTraceback } from "../../lib/dist/sim/objects/traceback";
import type { OpenHeap } from "../oracle/tiny-python/open-heap";

/** The frame object of a call that has ended. It takes its references over from the caller. */
export function frameOf(
  heap: OpenHeap,
  locals: readonly PyObject[],
  parts: { readonly back?: PyObject; readonly func?: PyObject; readonly code?: PyObject } = {},
): PyObject {
  const { back, code, func } = parts;
  const id = heap.doing(() =>
    createFrame(heap.state, {
      back: back?.id ?? 0,
      func: func?.id ?? 0,
      code: code?.id ?? 0,
      globals: heap.mainDict,
      builtins: heap.builtinsDict,
      locals: locals.map((local) => local.id),
    }),
  );
  for (const held of [...locals, ...(back === undefined ? [] : [back])]) heap.decref(held);
  return heap.own(id);
}

/** One entry of a traceback. It takes its references over from the caller. */
export function tracebackOf(heap: OpenHeap, frame: PyObject, next?: PyObject): PyObject {
  const id = heap.doing(() => createTraceback(heap.state, next?.id ?? 0, frame.id));
  for (const held of [frame, ...(next === undefined ? [] : [next])]) heap.decref(held);
  return heap.own(id);
}
