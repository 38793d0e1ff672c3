/** Item 13: a decref is two steps. What two threads do to each other in between, and why the GIL rules it out. */

import { expect } from "vitest";
import { Heap } from "../../lib/dist";
import { behaviour } from "./behaviour";

/** One object that two threads refer to, in the course of a schedule. */
interface Shared {
  readonly refcnt: number;
  readonly freed: number;
  /** An operation read or wrote the count when the memory was free already. */
  readonly usedAfterFree: boolean;
  /** What each thread has in its register. */
  readonly registers: readonly [number, number];
}

/** One step of one thread, which nothing interrupts. */
type Step = (shared: Shared, thread: 0 | 1) => Shared;

const load: Step = (shared, thread) => inRegister(shared, thread, shared.refcnt);
const storeLess: Step = (shared, thread) => stored(shared, thread, -1);
const storeMore: Step = (shared, thread) => stored(shared, thread, 1);
/** `_Py_Dealloc`, when the value that this thread's own subtraction gave is 0: the count is not read again. */
const deallocAt0: Step = (shared, thread) =>
  shared.registers[thread] === 0 ? { ...shared, freed: shared.freed + 1 } : shared;

const decref = [load, storeLess, deallocAt0];
const incref = [load, storeMore];
/** The same as one step: what the GIL makes of it, for no thread is switched inside it. */
const wholeDecref: readonly Step[] = [
  (shared, thread) => decref.reduce((now, step) => step(now, thread), shared),
];
const wholeIncref: readonly Step[] = [
  (shared, thread) => incref.reduce((now, step) => step(now, thread), shared),
];

behaviour(
  {
    item: 13,
    versions: "3.8-3.13",
    compared: "source only",
    claim: "two threads that decref a count of 2 without a lock can leave it at 1 for ever: neither sees 0",
  },
  () => {
    const ends = allEnds(2, [decref, decref]);
    expect(ends.some(({ freed, refcnt }) => freed === 0 && refcnt === 1)).toBe(true);
    expect(ends.some(({ freed }) => freed === 1)).toBe(true);
  },
);

behaviour(
  {
    item: 13,
    versions: "3.8-3.13",
    compared: "source only",
    claim:
      "a decref at 1 against an incref without a lock can free an object that has just been taken hold of",
  },
  () => {
    const ends = allEnds(1, [decref, incref]);
    expect(ends.some(({ freed, refcnt }) => freed === 1 && refcnt >= 1)).toBe(true);
    expect(ends.some(({ usedAfterFree }) => usedAfterFree)).toBe(true);
  },
);

behaviour(
  {
    item: 13,
    versions: "3.8-3.13",
    compared: "source only",
    claim: "with the GIL neither can happen: both steps of a decref are one, whatever the schedule",
  },
  () => {
    for (const { freed, refcnt } of allEnds(2, [wholeDecref, wholeDecref]))
      expect([freed, refcnt]).toEqual([1, 0]);
    for (const { freed, refcnt } of allEnds(2, [wholeDecref, wholeIncref]))
      expect([freed, refcnt]).toEqual([0, 2]);
  },
);

behaviour(
  {
    item: 13,
    versions: "3.8-3.13",
    compared: "source only",
    claim:
      "the simulator's decref has no point at which anything else runs until the object is as good as dead: count 0, untracked",
  },
  (version) => {
    const heap = new Heap(version);
    const o = heap.list([heap.list()]);
    const events: (readonly [kind: string, refcnt: number | undefined])[] = [];
    heap.incref(o);
    heap.observe((event) => {
      const refcnt = "refcnt" in event ? (event.refcnt as number) : undefined;
      if ("id" in event && event.id === o.id) events.push([event.kind, refcnt]);
    });
    heap.decref(o);
    heap.decref(o);
    // One event for each decref, with the count that it has left; the death follows the second one.
    expect(events.map(([kind]) => kind)).toEqual(["decref", "decref", "dealloc"]);
    expect(heap.dead(o)).toBe(true);
  },
);

/** How every schedule of the two threads' steps ends. */
function allEnds(refcnt: number, threads: readonly [readonly Step[], readonly Step[]]): Shared[] {
  const ends: Shared[] = [];
  const visit = (shared: Shared, done: readonly [number, number]): void => {
    if (done[0] === threads[0].length && done[1] === threads[1].length) ends.push(shared);
    for (const thread of [0, 1] as const) {
      const step = threads[thread][done[thread]];
      if (step === undefined) continue;
      visit(step(shared, thread), thread === 0 ? [done[0] + 1, done[1]] : [done[0], done[1] + 1]);
    }
  };
  visit({ refcnt, freed: 0, usedAfterFree: false, registers: [Number.NaN, Number.NaN] }, [0, 0]);
  return ends;
}

function inRegister(shared: Shared, thread: 0 | 1, value: number): Shared {
  const [first, second] = shared.registers;
  return {
    ...shared,
    usedAfterFree: shared.usedAfterFree || shared.freed > 0,
    registers: thread === 0 ? [value, second] : [first, value],
  };
}

function stored(shared: Shared, thread: 0 | 1, change: number): Shared {
  const value = shared.registers[thread] + change;
  return { ...inRegister(shared, thread, value), refcnt: value };
}
