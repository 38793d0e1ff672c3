/** The automatic collector switched off: what stays until somebody calls `gc.collect()`. */

import { expect } from "vitest";
import { Heap, type PyObject } from "../../lib/dist";
import { behaviour } from "./behaviour";
import { seenByProgram } from "./seen-by-program";

behaviour(
  {
    item: 42,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "with the collector disabled nothing cyclic is freed until collect(), which then frees all of it",
  },
  (version) => {
    const heap = new Heap(version);
    heap.gc.disable();
    const Leak = heap.class("Leak");
    const objects: PyObject[] = [];
    const seen: number[] = [];
    const alive = () => objects.filter((o) => !heap.dead(o)).length;
    for (const pairs of [1000, 2000]) {
      for (let k = 0; k < pairs; k++) objects.push(...leak(heap, Leak));
      seen.push(alive());
    }
    seen.push(heap.collect().collected, alive());
    const name = "with the collector disabled nothing cyclic is freed until collect()";
    expect(seen).toEqual(seenByProgram("collector_due", version, name));
  },
);

behaviour(
  {
    item: 42,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a threshold of 0 disables too, and the count rises",
  },
  (version) => {
    const heap = new Heap(version);
    heap.gc.setThreshold(0);
    heap.collect();
    for (let k = 0; k < 5000; k++) heap.set();
    const seen = [heap.gc.getCount()[0] >= 5000];
    const name = "a threshold of 0 disables too, and the count rises";
    expect(seen).toEqual(seenByProgram("collector_due", version, name));
  },
);

/** One iteration of the leak loop in a function. */
function leak(heap: Heap, Leak: PyObject): [A: PyObject, B: PyObject] {
  const [A, B] = [heap.instance(Leak), heap.instance(Leak)];
  heap.setattr(A, "b", B);
  heap.setattr(B, "a", A);
  heap.decref(A);
  heap.decref(B);
  return [A, B];
}
