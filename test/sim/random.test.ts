import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Operation, operations } from "./random-operation";
import { ShadowedHeap } from "./shadowed-heap";

// The same programs every time; fast-check prints the seed and the smallest program that fails.
const SEED = 20_080_601;
const programs = fc.array(operations, { minLength: 1, maxLength: 60, size: "max" });

function run(profile: string, program: readonly Operation[]): ShadowedHeap {
  const heap = new ShadowedHeap(profile);
  for (const operation of program) heap.perform(operation);
  return heap;
}

describe.each(["3.11", "3.13"])("profile %s", (profile) => {
  test("whatever a program does, the invariants hold after every step and nothing reachable is ever dead", () => {
    fc.assert(
      fc.property(programs, (program) => {
        const heap = new ShadowedHeap(profile);
        for (const operation of program) {
          heap.perform(operation);
          heap.heap.check();
          expect(heap.deadThoughReachable()).toEqual([]);
          expect(heap.wrongCounts()).toEqual([]);
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  test("after a full collection exactly what can be reached from outside is alive", () => {
    fc.assert(
      fc.property(programs, (program) => {
        const heap = run(profile, program);
        heap.heap.collect();
        expect(heap.alive()).toEqual(heap.reachable());
        expect(heap.heap.usage().liveObjects).toBe(heap.reachable().length + heap.classParts());
        heap.heap.check();
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test("when everything is given up and collected, nothing is left", () => {
    fc.assert(
      fc.property(programs, (program) => {
        const heap = run(profile, program);
        heap.giveEverythingUp();
        heap.heap.collect();
        heap.heap.check();
        expect(heap.heap.usage()).toEqual({ liveObjects: 0, trackedObjects: 0, bytes: 0 });
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  test("the same program gives the same events byte for byte", () => {
    fc.assert(
      fc.property(programs, (program) => {
        const [once, again] = [0, 1].map(() => {
          const shadowed = new ShadowedHeap(profile);
          const events: string[] = [];
          shadowed.heap.observe((event) => events.push(JSON.stringify(event)));
          for (const operation of program) shadowed.perform(operation);
          return events.join("\n");
        });
        expect(again).toBe(once);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  test("a program that is watched does what it does alone", () => {
    fc.assert(
      fc.property(programs, (program) => {
        const alone = run(profile, program);
        const watched = new ShadowedHeap(profile);
        watched.heap.observe(() => {});
        for (const operation of program) watched.perform(operation);
        expect(watched.alive()).toEqual(alone.alive());
        expect(watched.heap.usage()).toEqual(alone.heap.usage());
        expect(watched.heap.gc.getCount()).toEqual(alone.heap.gc.getCount());
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

test("many objects at once make the collector run by itself, and it takes no object that can be reached", () => {
  for (const profile of ["3.11", "3.13"]) {
    const shadowed = new ShadowedHeap(profile);
    const collections: number[] = [];
    shadowed.heap.observe((event) => {
      if (event.kind === "collect-stop") collections.push(event.generation);
    });
    for (let n = 0; n < 6000; n++) {
      shadowed.perform({ kind: "list" });
      shadowed.perform({ kind: "append", owner: n, value: n + 1 });
      shadowed.perform({ kind: "append", owner: n + 1, value: n * 5 });
      if (n % 30 !== 0) shadowed.perform({ kind: "drop", held: 2 + ((n * 7) % 50) });
    }
    expect(collections.length).toBeGreaterThan(1);
    expect(shadowed.alive().length).toBeGreaterThan(shadowed.reachable().length);
    expect(shadowed.deadThoughReachable()).toEqual([]);
    expect(shadowed.wrongCounts()).toEqual([]);
    shadowed.heap.check();
  }
});
