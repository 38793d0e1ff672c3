/** Where the collection that is due runs, and when it is due. */

import { expect } from "vitest";
import { Heap } from "../../lib/dist";
import { objectsOf } from "../../lib/dist/sim/gc/objects";
import { safePoint } from "../../lib/dist/sim/gc/safe-point";
import { setThresholds } from "../../lib/dist/sim/gc/threshold";
import { HeapState } from "../../lib/dist/sim/heap/heap-state";
import { createList } from "../../lib/dist/sim/objects/list";
import { createSetOf } from "../../lib/dist/sim/objects/set";
import { profileOf } from "../../lib/dist/sim/profile";
import { Field, State } from "../../lib/sim/heap/memory-map";
import { Static } from "../../lib/sim/objects/static-object";
import { behaviour } from "./behaviour";
import { seenByProgram } from "./seen-by-program";

behaviour(
  { item: 24, versions: "3.8-3.13", compared: "real interpreter", claim: "the thresholds are the same" },
  (version) => expect(new Heap(version).gc.getThreshold()).toEqual(firstCollection(version)[0]),
);

behaviour(
  {
    item: 25,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "the allocation that finds the count at the threshold makes a collection due: the 701st, from 3.13 on the 2001st",
  },
  (version) => {
    const heap = new Heap(version);
    const seen: number[] = [];
    let count = 0;
    heap.gc.callbacks.push((phase) => {
      if (phase !== "start") return;
      heap.gc.disable();
      seen.push(count);
    });
    for (let k = 0; k < 3000; k++) {
      count = heap.gc.getCount()[0];
      heap.set();
    }
    expect(seen).toEqual(firstCollection(version).slice(1));
  },
);

/** On CPython: the thresholds, then the count before the allocation that makes the first collection due. */
function firstCollection(version: string): readonly unknown[] {
  const name = "the count before the allocation that makes the first collection due, and the thresholds";
  return seenByProgram("collector_due", version, name);
}

behaviour(
  {
    item: 29,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "the collection runs inside the allocation, before the new object is tracked; from 3.12 on when the next function is entered",
  },
  (version) => {
    const { h, seen } = dueAfterFour(version);
    const names: string[] = [];
    let step = 0;
    h.onCollection = (phase) => {
      if (phase === "stop") return;
      h.memory[State.ENABLED] = 0;
      const sets = objectsOf(h, 0).filter((o) => h.memory[o + Field.TYPE] === Static.SET_TYPE);
      seen.push([step, [...names], sets.length]);
    };
    for (const name of "abcdef") {
      step++;
      createSetOf(h, [Static.ZERO], Static.SET_TYPE);
      names.push(name);
    }
    step++;
    // nothing()
    safePoint(h);
    const program =
      "a collection that is due among statements without calls: what is bound, what is tracked, by then";
    expect(seen).toEqual(seenByProgram("collector_due", version, program));
  },
);

behaviour(
  {
    item: 29,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "in a loop without calls the collection runs inside the allocation; from 3.12 on when the loop begins anew",
  },
  (version) => {
    const { h, seen } = dueAfterFour(version);
    const kept = Array.from({ length: 8 }, () => false);
    let step = 0;
    h.onCollection = (phase) => {
      if (phase === "stop") return;
      h.memory[State.ENABLED] = 0;
      seen.push([step, [...kept]]);
    };
    for (; step < 8; step++) {
      createSetOf(h, [Static.ZERO], Static.SET_TYPE);
      kept[step] = true;
      safePoint(h);
    }
    expect(seen).toEqual(
      seenByProgram("collector_due", version, "a collection that is due in a loop without calls"),
    );
  },
);

/** A heap with a threshold of 4 and a count of 0, as the programs have seen it. */
function dueAfterFour(version: string): { h: HeapState; seen: unknown[] } {
  const h = new HeapState(profileOf(version));
  setThresholds(h, [4]);
  h.memory[State.COUNT0] = 0;
  return { h, seen: [h.memory[State.COUNT0]] };
}

behaviour(
  {
    item: 30,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "one call into C that makes 200,000 lists runs 260, 23 and 2 collections of the generations; from 3.12 on one",
  },
  (version) => {
    const h = new HeapState(profileOf(version));
    setThresholds(h, [700, 10, 10]);
    for (let k = 0; k < 200_000; k++) createList(h);
    safePoint(h);
    const name = "one call into C that makes 200,000 lists: collections of each generation";
    expect([h.stats.map(({ collections }) => collections)]).toEqual(
      seenByProgram("collector_due", version, name),
    );
  },
);
