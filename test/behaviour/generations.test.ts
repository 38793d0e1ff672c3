/** Which generation an automatic collection takes, and how much garbage waits for it. */

import { expect } from "vitest";
import { objectsOf } from "../../lib/dist/sim/gc/objects";
import { safePoint } from "../../lib/dist/sim/gc/safe-point";
import { HeapState } from "../../lib/dist/sim/heap/heap-state";
import { decref } from "../../lib/dist/sim/heap/refcount";
import { LeakLoop } from "../../lib/dist/sim/leak-loop";
import { append, createList } from "../../lib/dist/sim/objects/list";
import { profileOf } from "../../lib/dist/sim/profile";
import { Field, State } from "../../lib/sim/heap/memory-map";
import { oracle } from "../oracle/read-oracle";
import { argumentTuples } from "./argument-tuples";
import { behaviour } from "./behaviour";
import { seenByProgram } from "./seen-by-program";

/** A collection: the length of the list when it is over, the generation, what it found. */
type Collection = readonly [length: number, generation: number, collected: number];

/**
 * `keep.append([])`, so many times: every collection, and `gc.get_count()` at the end.
 *
 * @param live - Tracked objects at the start, the list among them; as many as a fresh process has if left out.
 */
function appends(
  version: string,
  startCount: number,
  times: number,
  live?: number,
): { readonly collections: readonly Collection[]; readonly countsAfter: readonly number[] } {
  const h = new HeapState(profileOf(version));
  const keep = createList(h);
  if (live !== undefined) h.startupTracked = live - 1;
  h.longLivedTotal = h.startupTracked + 1;
  const collections: Collection[] = [];
  // As on CPython, the callback is given a dict, which is counted when a full collection has just emptied the free list.
  h.callbacks.push((phase, { generation, collected }) => {
    if (phase === "stop") collections.push([h.memory[keep + Field.LENGTH]!, generation, collected]);
  });
  h.memory.set([startCount, 0, 0], State.COUNT0);
  for (let i = 0; i < times; i++) {
    const list = createList(h);
    append(h, keep, list);
    decref(h, list);
    safePoint(h);
  }
  return { collections, countsAfter: [...h.memory.subarray(State.COUNT0, State.COUNT2 + 1)] };
}

behaviour(
  {
    item: 31,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "in 300,000 appends to a list, of which nothing is garbage, each collection comes at the same append and is of the same generation",
  },
  (version) => {
    const { data } = oracle("automatic_collections", version);
    const { collections, countsAfter, startCount } = data.appends;
    const ours = appends(version, startCount + argumentTuples(version, 1), 300_000);
    // Up to 3.11 the list that is about to be appended makes the collection run; from 3.12 on it runs after append().
    const appended = runsInAllocation(version) ? 0 : 1;
    const lengths = collections.map(([i, generation, found]) => [i + appended, generation, found]);
    expect(ours.collections).toEqual(lengths);
    expect(ours.countsAfter).toEqual(countsAfter);
  },
);

behaviour(
  {
    item: 32,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a list that grows to 1,400,000 gets full collections at the same lengths: every 133rd collection, later only when pending >= total / 4",
  },
  (version) => {
    const real = oracle("full_collections", version).data;
    const { collections } = appends(version, real.startCount, real.appends, real.live);
    const full = collections.flatMap(([length, generation]) => (generation === 2 ? [length] : []));
    expect(full).toEqual(real.lengths);
    const first = collections.findIndex(([, generation]) => generation === 2);
    expect([first + 1, collections[11]![1], collections[10]![1]]).toEqual([133, 1, 0]);
  },
);

behaviour(
  {
    item: 33,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "after gc.collect() 200,000 iterations of the leak loop have as many young collections, as many of generation 1, and no full one",
  },
  (version) => {
    const loop = new LeakLoop(version);
    loop.start("on", [0, 0, 0]);
    const before = loop.h.stats.map(({ collections }) => collections);
    loop.run(200_000);
    const byGeneration = loop.h.stats.map(({ collections }, g) => collections - before[g]!);
    const name =
      "collections of each generation in 200,000 iterations of the leak loop after a full collection";
    expect([byGeneration]).toEqual(seenByProgram("collector_due", version, name));
  },
);

behaviour(
  {
    item: 36,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "in 20,000 iterations of the leak loop as many instances are alive at most when a collection starts",
  },
  (version) => {
    const loop = new LeakLoop(version);
    loop.start("on", [argumentTuples(version, 1), 0, 0]);
    const { h } = loop;
    let most = 0;
    h.onCollection = (phase) => {
      if (phase === "stop") return;
      const alive = objectsOf(h).filter((o) => h.classes.get(h.memory[o + Field.TYPE]!)?.name === "Leak");
      most = Math.max(most, alive.length);
    };
    loop.run(20_000);
    const name = "the most instances of Leak alive when a collection starts, in 20,000 iterations";
    expect([most]).toEqual(seenByProgram("collector_due", version, name));
  },
);

function runsInAllocation(version: string): boolean {
  return profileOf(version).collector.runsAt === "allocation";
}
