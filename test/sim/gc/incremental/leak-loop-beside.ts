/** The program of test/oracle/pyodide/leak_loop.py on a simulated CPython 3.14: the leak loop beside live lists. */

import { heapSize } from "../../../../lib/dist/sim/gc/incremental/assess-work-to-do";
import { collectIncrementally } from "../../../../lib/dist/sim/gc/incremental/collect-incrementally";
import { safePoint } from "../../../../lib/dist/sim/gc/safe-point";
import { HeapState } from "../../../../lib/dist/sim/heap/heap-state";
import { decref } from "../../../../lib/dist/sim/heap/refcount";
import { setSlot, storeSlot } from "../../../../lib/dist/sim/heap/slot";
import { createClass } from "../../../../lib/dist/sim/objects/class";
import { createInstance, setAttributeAt } from "../../../../lib/dist/sim/objects/instance";
import { append, createList } from "../../../../lib/dist/sim/objects/list";
import { bind, createNamespace, slotOfName } from "../../../../lib/dist/sim/objects/namespace";
import { py314 } from "../../../../lib/dist/sim/profile/py314";
import { State } from "../../../../lib/sim/heap/memory-map";
import { Static } from "../../../../lib/sim/objects/static-object";

/** One trigger, in the columns of test/oracle/pyodide/collector_state.py but for the visited space. */
export interface Trigger {
  readonly iteration: number;
  readonly youngCount: number;
  readonly heapSize: number;
  readonly workBefore: number;
  readonly workAfter: number;
  readonly phaseAfter: "mark" | "collect";
  readonly collected: number;
}

/** What was measured when the loop began. */
export interface Beginning {
  /** How many lists live beside the loop. */
  readonly extra: number;
  /** Tracked objects, these and those of the start-up included. */
  readonly live: number;
  readonly startCount: number;
  /** How many of the live objects marking does not reach, where it is not what the profile says. */
  readonly unmarked?: number;
}

/** Run the loop; every trigger, in order. `h` is the heap as it is at the end. */
export function leakLoopBeside(
  { extra, live, startCount, unmarked = py314.startup.unmarkedObjects }: Beginning,
  iterations: number,
): { readonly h: HeapState; readonly triggers: readonly Trigger[] } {
  const startup = { ...py314.startup, unmarkedObjects: unmarked };
  const h = new HeapState({ ...py314, startup });
  h.memory[State.ENABLED] = 0;
  const leak = createClass(h, { name: "Leak" });
  const names = createNamespace(h, "__main__");
  const [A, B] = ["A", "B"].map((name) => slotOfName(h, names, name)) as [number, number];
  bind(h, names, "Leak", leak.id);
  for (const attribute of ["b", "a"]) leak.addKey(attribute);
  bindLists(h, names, extra);
  // What the call of Leak() has just left on the operand stack of the module's frame.
  let onStack = 0;
  h.incremental.visitFrames = (mark) => mark(onStack);
  const body = () => {
    const a = createInstance(h, leak);
    onStack = a;
    safePoint(h);
    storeSlot(h, names.id, A, a);
    const b = createInstance(h, leak);
    onStack = b;
    safePoint(h);
    storeSlot(h, names.id, B, b);
    setAttributeAt(h, a, 0, b);
    setAttributeAt(h, b, 1, a);
    setSlot(h, names.id, A, Static.NONE);
    setSlot(h, names.id, B, Static.NONE);
  };
  for (let k = 0; k < 300; k++) body();
  collectIncrementally(h, 2);
  h.startupTracked += live - heapSize(h);
  h.memory[State.COUNT0] = startCount;
  h.memory[State.ENABLED] = 1;
  const triggers: Trigger[] = [];
  let iteration = 0;
  recordTriggers(h, triggers, () => iteration);
  for (; iteration < iterations; iteration++) body();
  return { h, triggers };
}

function bindLists(h: HeapState, names: ReturnType<typeof createNamespace>, extra: number): void {
  const live = createList(h);
  for (let k = 0; k < extra; k++) {
    const list = createList(h);
    append(h, live, list);
    decref(h, list);
  }
  bind(h, names, "live", live);
  decref(h, live);
}

function recordTriggers(h: HeapState, triggers: Trigger[], iteration: () => number): void {
  const before = () => ({
    iteration: iteration(),
    youngCount: h.memory[State.COUNT0] ?? 0,
    heapSize: heapSize(h),
    workBefore: h.incremental.workToDo,
  });
  let started = before();
  h.onCollection = (phase, _, collected) => {
    if (phase === "start") started = before();
    else
      triggers.push({
        ...started,
        workAfter: h.incremental.workToDo,
        phaseAfter: h.incremental.phase,
        collected,
      });
  };
}
