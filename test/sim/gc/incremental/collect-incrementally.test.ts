import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { collectIncrementally } from "../../../../lib/sim/gc/incremental/collect-incrementally";
import { freezeIncrementally, unfreezeIncrementally } from "../../../../lib/sim/gc/incremental/freeze";
import { getCount, listsOfGeneration } from "../../../../lib/sim/gc/incremental/generation";
import { pendingList, visitedList } from "../../../../lib/sim/gc/incremental/space";
import type { HeapState } from "../../../../lib/sim/heap/heap-state";
import { GcRefs, gcRefsAt, State } from "../../../../lib/sim/heap/memory-map";
import { decref, incref } from "../../../../lib/sim/heap/refcount";
import { createClass } from "../../../../lib/sim/objects/class";
import { createInstance, setAttribute } from "../../../../lib/sim/objects/instance";
import { createList } from "../../../../lib/sim/objects/list";
import { emptyHeap, onList, ringOf, selfLists } from "./island";

const file = new URL("../../../oracle/recorded/collector_face-3.14.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(fileURLToPath(file), "utf8")).data as {
  cases: readonly { readonly name: string; readonly seen: unknown }[];
};

/** What CPython 3.14.2 has seen. */
function seen(name: string): unknown {
  return cases.find((one) => one.name === name)?.seen;
}

/** `gc.get_count()` without the young objects. */
function oldCounts(h: HeapState): number[] {
  return getCount(h).slice(1);
}

/** The generation that shows an object in `gc.get_objects(generation)`. */
function generation(h: HeapState, o: number): number | null {
  const found = ([0, 1, 2] as const).find((one) =>
    listsOfGeneration(one).some((list) => onList(h, list).includes(o)),
  );
  return found ?? null;
}

test("collect(0) finds what is new", () => {
  const h = emptyHeap();
  selfLists(h, 10);
  expect([collectIncrementally(h, 0), collectIncrementally(h, 2)]).toEqual(
    seen("collect(0) finds what is new"),
  );
});

test("collect(0) does not find what is old", () => {
  const h = emptyHeap();
  const [a = 0] = ringOf(h, 1);
  collectIncrementally(h, 0);
  decref(h, a);
  const found = [collectIncrementally(h, 0), collectIncrementally(h, 2)];
  expect(found).toEqual(seen("collect(0) does not find what is old"));
});

test("collect(1) right after a full collection only marks, and then waits", () => {
  const h = emptyHeap();
  h.startupTracked = 20_000;
  selfLists(h, 10);
  const found = [1, 1, 2].map((g) => collectIncrementally(h, g));
  expect(found).toEqual(seen("collect(1), twice, right after a full one"));
});

test("gc.get_count() counts young collections, until a full one", () => {
  const h = emptyHeap();
  h.startupTracked = 20_000;
  collectIncrementally(h, 2);
  const counts = [oldCounts(h)];
  for (const g of [0, 0, 1, 0, 2]) {
    collectIncrementally(h, g);
    counts.push(oldCounts(h));
  }
  expect(counts).toEqual(seen("count: after each collection"));
});

test("an object is in generation 0, then 2: generation 1 is always empty", () => {
  const h = emptyHeap();
  h.startupTracked = 20_000;
  const x = createList(h);
  const generations = [generation(h, x)];
  for (const g of [0, 1, 2]) {
    collectIncrementally(h, g);
    generations.push(generation(h, x));
  }
  expect(generations).toEqual(seen("generation of an object: new, after collect(0), collect(1), collect(2)"));
});

test("gc.get_stats() does not count a collect(1) that found no increment due", () => {
  const h = emptyHeap();
  h.startupTracked = 20_000;
  for (const g of [0, 1, 2]) {
    selfLists(h, 3);
    collectIncrementally(h, g);
  }
  const stats = h.stats.map(({ collections, collected }) => [collections, collected]);
  expect([stats]).toEqual(seen("statistics: one collection each"));
});

test("frozen objects are in no generation, and old when they thaw", () => {
  const h = emptyHeap();
  const x = createList(h);
  freezeIncrementally(h);
  const story = [generation(h, x), oldCounts(h)];
  unfreezeIncrementally(h);
  expect([...story, generation(h, x)]).toEqual(seen("frozen and unfrozen"));
});

test("garbage that is frozen is found when it is not any more", () => {
  const h = emptyHeap();
  const [a = 0] = ringOf(h, 1);
  freezeIncrementally(h);
  decref(h, a);
  const frozen = collectIncrementally(h, 2);
  unfreezeIncrementally(h);
  expect([frozen, collectIncrementally(h, 2)]).toEqual(seen("frozen garbage"));
});

test("what an increment saves by its finalizer is in the visited space, and dies in a later cycle", () => {
  const h = emptyHeap();
  let saved = 0;
  const finalizer = (o: number) => {
    incref(h, o);
    saved = o;
  };
  const record = createClass(h, { name: "D", finalizer });
  collectIncrementally(h, 2);
  const a = createInstance(h, record);
  setAttribute(h, a, record, "me", a);
  decref(h, a);
  h.incremental.phase = "collect";
  h.incremental.workToDo = 1;
  expect(collectIncrementally(h, 1)).toBe(0);
  expect(saved).toBe(a);
  expect(onList(h, visitedList(h)).every((o) => h.memory[gcRefsAt(h.memory, o)] === GcRefs.VISITED)).toBe(
    true,
  );
  decref(h, saved);
  expect(collectIncrementally(h, 2)).toBe(1);
});

test("an increment first marks what the frames hold by now, and counts it as work", () => {
  const h = emptyHeap();
  const [ring, other] = [ringOf(h, 100), ringOf(h, 100)];
  collectIncrementally(h, 2);
  h.incremental.phase = "collect";
  h.incremental.visitFrames = (mark) => mark(ring[0] ?? 0);
  expect(collectIncrementally(h, 1)).toBe(0);
  expect(onList(h, visitedList(h))).toEqual(ring);
  expect(onList(h, pendingList(h))).toEqual(other);
  expect(h.incremental.workToDo).toBe(-100);
});

test("a collection inside a collection does nothing", () => {
  const h = emptyHeap();
  h.memory[State.COLLECTING] = 1;
  selfLists(h, 1);
  expect(collectIncrementally(h, 2)).toBe(0);
});
