/** The leak loop: the article's listing, run for a number of iterations, with its memory sampled on the way. */

import { modelBlocks } from "./alloc/heap-blocks";
import { liveObjects, trackedObjects, usedBytes } from "./alloc/usage";
import { BadArgumentError } from "./errors";
import { collectOnRequest } from "./gc/collect-on-request";
import { safePoint } from "./gc/safe-point";
import type { CollectionMark, Growth, GrowthSample } from "./growth";
import { HeapState } from "./heap/heap-state";
import { State } from "./heap/memory-map";
import { setSlot, storeSlot } from "./heap/slot";
import { createClass } from "./objects/class";
import type { ClassRecord } from "./objects/class-record";
import { createInstance, setAttribute, setAttributeAt } from "./objects/instance";
import { createNamespace, type Namespace, slotOfName } from "./objects/namespace";
import { Static } from "./objects/static-object";
import { defaultProfile, profileOf } from "./profile";

/** What to run. */
export interface LeakLoopOptions {
  /** How often the body runs: a whole number from 0 on. */
  readonly iterations: number;
  /** Is the automatic collector on? Default "on". */
  readonly gc?: "on" | "off";
  /** The CPython version line. Default "3.13". */
  readonly profile?: string;
  /** How many samples to take besides the one at the start, evenly spread. Default 100, at most one per iteration. */
  readonly samples?: number;
  /**
   * `gc.get_count()` when the loop begins. Default [2, 0, 0], with which the measured runs of `lib/cpython` begin.
   */
  readonly countsBefore?: readonly [number, number, number];
  /**
   * Dead dicts on the free list when the loop begins. Default 0: the `gc.collect()` before the loop empties the free
   * lists. Only up to 3.10 does it matter, where an instance has a dict: one that comes from the list is not counted, so
   * that the first collection comes so many allocations later.
   */
  readonly freeDicts?: number;
}

/** Iterations per call of the compiled loop. */
const PORTION = 256;

/** The body runs this often before the counted part, so that the large early instances are gone. Not sampled. */
export const WARM_UP_ITERATIONS = 300;

/**
 * Run the leak loop on a fresh heap.
 *
 * The simulated program is the one that `lib/cpython/leak_loop.py` measures: a warm-up, `gc.collect()`, and then
 *
 *     for i in range(iterations):
 *         A = Leak(); B = Leak()
 *         A.b = B; B.a = A
 *         A = None; B = None
 *
 * @throws {BadArgumentError} For an unknown profile, a count that is negative or not whole, or more free dicts than the
 *   free list has room for.
 * @example
 * leakLoop({ iterations: 60_000 }).collections.length; // 59, on 3.13
 */
export function leakLoop(options: LeakLoopOptions): Growth {
  const { iterations, gc = "on", profile = defaultProfile.version, countsBefore = [2, 0, 0] } = options;
  requireCount("iterations", iterations);
  requireSwitch(gc);
  const samples = options.samples ?? Math.min(100, iterations);
  requireCount("samples", samples);
  const loop = new LeakLoop(profile);
  loop.start(gc, countsBefore, options.freeDicts);
  const growth = record(loop, iterations, Math.min(samples, iterations));
  return { source: "simulated", python: profile, gc, iterations, ...growth };
}

/** Slots of the names and of the attributes, in the order in which the constructor makes them. */
const A = 0;
const B = 1;
const ATTRIBUTE_B = 0;
const ATTRIBUTE_A = 1;

/** The loop, ready to run on: the class, the names, and the state that one iteration leaves to the next. */
export class LeakLoop {
  readonly h: HeapState;
  private readonly leak: ClassRecord;
  private readonly names: Namespace;
  /** Iterations finished since {@link start}. */
  iteration = 0;
  /** What the last call has left on the operand stack: the incremental collector marks what frames hold. */
  private onStack = 0;

  /** @param blocks - Model memory block by block, with pools and arenas. */
  constructor(profile: string, blocks = false) {
    this.h = new HeapState(profileOf(profile));
    if (blocks) modelBlocks(this.h);
    this.leak = createClass(this.h, { name: "Leak" });
    this.names = createNamespace(this.h, "__main__");
    this.h.incremental.visitFrames = (mark) => mark(this.onStack);
    for (const name of ["A", "B"]) slotOfName(this.h, this.names, name);
    if (!this.leak.keepsDictObject) for (const attribute of ["b", "a"]) this.leak.addKey(attribute);
  }

  /** Warm up, collect, and set the collector and the free list of dicts as the counted part finds them. */
  start(gc: "on" | "off", countsBefore: readonly [number, number, number], freeDicts = 0): void {
    const { h } = this;
    h.memory[State.ENABLED] = 0;
    this.run(WARM_UP_ITERATIONS);
    collectOnRequest(h, 2);
    h.memory[State.ENABLED] = gc === "on" ? 1 : 0;
    h.memory.set(countsBefore, State.COUNT0);
    requireCount("freeDicts", freeDicts);
    for (let k = 0; k < freeDicts; k++) requireRoom(freeDicts, h.freeLists.keepDict());
    this.iteration = 0;
  }

  /** Run the body `times` more times. */
  run(times: number): void {
    // In portions: V8 compiles a function that is called often better than one loop that never ends.
    for (let left = times; left > 0; left -= PORTION) this.runPortion(Math.min(left, PORTION));
  }

  private runPortion(times: number): void {
    const { h, leak } = this;
    const { keepsDictObject } = leak;
    const names = this.names.id;
    const first = this.iteration;
    for (let i = 0; i < times; i++) {
      this.iteration = first + i;
      // A = Leak(): the eval breaker is checked when the call ends, with the object on the operand stack.
      const newA = createInstance(h, leak);
      this.onStack = newA;
      safePoint(h);
      storeSlot(h, names, A, newA);
      // B = Leak()
      const newB = createInstance(h, leak);
      this.onStack = newB;
      safePoint(h);
      storeSlot(h, names, B, newB);
      // A.b = B; B.a = A: what the names stand for is at hand.
      if (keepsDictObject) {
        setAttribute(h, newA, leak, "b", newB);
        setAttribute(h, newB, leak, "a", newA);
      } else {
        setAttributeAt(h, newA, ATTRIBUTE_B, newB);
        setAttributeAt(h, newB, ATTRIBUTE_A, newA);
      }
      // A = None; B = None
      setSlot(h, names, A, Static.NONE);
      setSlot(h, names, B, Static.NONE);
    }
    this.iteration = first + times;
  }
}

/** Run, and write down a sample at even distances and a mark at each collection. */
function record(
  loop: LeakLoop,
  iterations: number,
  samples: number,
): Pick<Growth, "samples" | "collections" | "countsAfter"> {
  const { h } = loop;
  const before = { tracked: trackedObjects(h), live: liveObjects(h), bytes: usedBytes(h) };
  const sample = (): GrowthSample => ({
    iteration: loop.iteration,
    trackedObjects: trackedObjects(h) - before.tracked,
    liveObjects: liveObjects(h) - before.live,
    bytes: usedBytes(h) - before.bytes,
  });
  const collections: CollectionMark[] = [];
  let trackedBefore = 0;
  h.onCollection = (phase, generation, collected) => {
    if (phase === "start") trackedBefore = trackedObjects(h) - before.tracked;
    else collections.push({ iteration: loop.iteration, generation, collected, trackedBefore });
  };
  const taken = [sample()];
  for (let k = 1; k <= samples; k++) {
    loop.run(Math.round((k * iterations) / samples) - loop.iteration);
    taken.push(sample());
  }
  return { samples: taken, collections, countsAfter: counts(h) };
}

/** `gc.get_count()`. */
function counts(h: HeapState): [number, number, number] {
  return [h.memory[State.COUNT0]!, h.memory[State.COUNT1]!, h.memory[State.COUNT2]!];
}

function requireSwitch(gc: string): void {
  if (gc === "on" || gc === "off") return;
  throw new BadArgumentError(`leakLoop cannot run with gc = "${gc}": it is "on" or "off".`);
}

function requireRoom(freeDicts: number, kept: boolean): void {
  if (kept) return;
  throw new BadArgumentError(
    `leakLoop cannot run with freeDicts = ${freeDicts}: the free list of this version has no room for so many.`,
  );
}

function requireCount(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new BadArgumentError(
    `leakLoop cannot run with ${name} = ${value}: it takes a whole number from 0 on, for example 200000.`,
  );
}
