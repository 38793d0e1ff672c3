import fc from "fast-check";
import { expect, test } from "vitest";
import { heapSize } from "../../../../lib/sim/gc/incremental/assess-work-to-do";
import { collectIncrementally } from "../../../../lib/sim/gc/incremental/collect-incrementally";
import { pendingList, visitedList } from "../../../../lib/sim/gc/incremental/space";
import type { HeapState } from "../../../../lib/sim/heap/heap-state";
import { Field, GcRefs, gcRefsAt, Place, State } from "../../../../lib/sim/heap/memory-map";
import { decref } from "../../../../lib/sim/heap/refcount";
import { append, createList } from "../../../../lib/sim/objects/list";
import { emptyHeap, onList, selfLists } from "./island";

test("garbage among old objects is found within the cycle that follows", () => {
  const h = emptyHeap();
  const live = Array.from({ length: 500 }, () => createList(h));
  const a = createList(h);
  append(h, a, a);
  collectIncrementally(h, 2);
  decref(h, a);
  const { visitedSpace } = h.incremental;
  while (h.incremental.visitedSpace === visitedSpace) {
    selfLists(h, 10);
    collectIncrementally(h, 1);
  }
  expect(onList(h, Place.GENERATION_0)).toEqual([]);
  expect(onList(h, pendingList(h))).not.toContain(a);
  expect(onList(h, pendingList(h))).toEqual(live);
});

test("the heap stays bounded while garbage is made for ever", () => {
  const h = emptyHeap();
  let most = 0;
  for (let k = 0; k < 300; k++) {
    selfLists(h, 50);
    collectIncrementally(h, 1);
    most = Math.max(most, heapSize(h));
  }
  expect(most).toBeLessThan(200);
});

/** A program on a few held lists: make, link, let go, collect. */
const operation = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("make" as const), from: fc.nat(19) }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("link" as const), from: fc.nat(19), to: fc.nat(19) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("drop" as const), from: fc.nat(19) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("collect" as const), generation: fc.nat(2) }) },
);

test("no increment frees what the program can still reach, and a full collection leaves nothing else", () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 120 }), fc.array(fc.nat(19)), (operations, onFrames) => {
      const h = emptyHeap();
      const held: (number | undefined)[] = [];
      h.incremental.visitFrames = (mark) => {
        for (const i of onFrames) mark(held[i] ?? 0);
      };
      for (const step of operations) {
        if (step.kind === "make" && held[step.from] === undefined) held[step.from] = createList(h);
        else if (step.kind === "collect") collectIncrementally(h, step.generation);
        else if (step.kind === "link") link(h, held[step.from], held[step.to]);
        else if (step.kind === "drop") drop(h, held, step.from);
        checkSpaces(h, held);
      }
      collectIncrementally(h, 2);
      expect(heapSize(h)).toBe(reachable(h, held).size);
    }),
    { numRuns: 300 },
  );
});

function link(h: HeapState, from: number | undefined, to: number | undefined): void {
  if (from !== undefined && to !== undefined) append(h, from, to);
}

function drop(h: HeapState, held: (number | undefined)[], i: number): void {
  const o = held[i];
  held[i] = undefined;
  if (o !== undefined) decref(h, o);
}

/** Every reachable list is alive; the lists of the collector hold each tracked object once and say its space. */
function checkSpaces(h: HeapState, held: readonly (number | undefined)[]): void {
  for (const o of reachable(h, held)) expect(h.memory[o + Field.REFCNT]).toBeGreaterThan(0);
  const visited = onList(h, visitedList(h));
  const others = [...onList(h, pendingList(h)), ...onList(h, Place.GENERATION_0)];
  expect(new Set([...visited, ...others]).size).toBe(heapSize(h));
  expect(visited.length + others.length).toBe(heapSize(h));
  expect(visited.every((o) => h.memory[gcRefsAt(h.memory, o)] === GcRefs.VISITED)).toBe(true);
  expect(others.some((o) => h.memory[gcRefsAt(h.memory, o)] === GcRefs.VISITED)).toBe(false);
  for (const list of [Place.INCREMENT, Place.SURVIVORS, Place.UNREACHABLE])
    expect(onList(h, list)).toEqual([]);
  expect(h.memory[State.COLLECTING]).toBe(0);
}

function reachable(h: HeapState, held: readonly (number | undefined)[]): Set<number> {
  const found = new Set<number>();
  const waiting = held.filter((o) => o !== undefined);
  for (let o = waiting.pop(); o !== undefined; o = waiting.pop()) {
    if (found.has(o)) continue;
    found.add(o);
    const start = h.memory[o + Field.START] ?? 0;
    const length = h.memory[o + Field.LENGTH] ?? 0;
    waiting.push(...h.memory.subarray(start, start + length));
  }
  return found;
}
