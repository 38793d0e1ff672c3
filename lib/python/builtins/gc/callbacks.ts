/** The calls of `gc.callbacks`. Mirrors `invoke_gc_callback`. */

import { Field } from "../../../sim/heap/memory-map";
import { decref, incref } from "../../../sim/heap/refcount";
import { slot } from "../../../sim/heap/slot";
import { makeStr } from "../../objects/make-atom";
import { call } from "../../run/call";
import type { Machine } from "../../run/machine";
import { writeUnraisable } from "../sys/unraisable-hook";

/** Call each object of the list as it is when its turn comes. A pending exception of the program is kept. @param info - The dict. */
export function callCallbacks(m: Machine, phase: "start" | "stop", info: number): void {
  const { h } = m;
  const pending = m.error;
  m.error = 0;
  for (let i = 0; i < h.memory[h.callbackList + Field.LENGTH]!; i++) {
    const callback = slot(h, h.callbackList, i);
    incref(h, callback);
    const text = makeStr(m, phase);
    const result = call(m, callback, [text, info]);
    decref(h, text);
    if (result === 0) writeUnraisable(m, callback);
    else decref(h, result);
    decref(h, callback);
  }
  m.error = pending;
}
