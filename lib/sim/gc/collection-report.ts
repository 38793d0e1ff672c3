/** Tells of the start and the end of a collection: to `gc.callbacks`, `gc.get_stats()` and whoever listens. Mirrors `invoke_gc_callback`. */

import type { GcInfo, HeapState } from "../heap/heap-state";
import { Field, State } from "../heap/memory-map";
import { callProgram } from "../heap/program-code";
import { decrefInFull } from "../heap/refcount";
import { reportCollectStart, reportCollectStop } from "../heap/report";
import { createInt } from "../objects/atom";
import { createDict, setItem } from "../objects/dict";
import { internedStr } from "../objects/interned-str";

/** A collection of `generation` begins. No other one can begin until it has stopped. */
export function collectStarts(h: HeapState, generation: number): void {
  h.memory[State.COLLECTING] = 1;
  h.collecting = generation;
  callBack(h, "start", { generation, collected: 0, uncollectable: 0 });
  reportCollectStart(h, generation);
}

/** It has ended. */
export function collectStops(h: HeapState, generation: number, collected: number): void {
  const stats = h.stats[Math.min(generation, 2)]!;
  stats.collections++;
  stats.collected += collected;
  reportCollectStop(h, generation, collected);
  callBack(h, "stop", { generation, collected, uncollectable: 0 });
  h.collecting = -1;
  h.memory[State.COLLECTING] = 0;
}

/** Call `gc.callbacks`. With none there is no dict. The dict that they are given is an object, which the collector counts. */
function callBack(h: HeapState, phase: "start" | "stop", info: GcInfo): void {
  const listed = h.callbackList === 0 ? 0 : h.memory[h.callbackList + Field.LENGTH]!;
  if (h.callbacks.length + listed === 0) return;
  const dict = createDict(h);
  for (const [name, value] of Object.entries(info)) {
    const number = createInt(h, value);
    setItem(h, dict, internedStr(h, name), number);
    decrefInFull(h, number);
  }
  for (const callback of [...h.callbacks]) callProgram(h, () => callback(phase, info), dict);
  if (listed > 0) h.onCallbacks?.(phase, dict);
  decrefInFull(h, dict);
}
