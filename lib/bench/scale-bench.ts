/** How time and memory grow with the size of the heap and the length of the loop, in the simulator and in a real CPython. */

import type { BenchPair } from "./bench-pair";
import { measureLeakLoop, simulateLeakLoop } from "./leak-loop-bench";
import { benchLeakMemory } from "./leak-memory-bench";
import { measureObjectGraph, simulateObjectGraph } from "./object-graph-bench";
import type { ObjectGraphTime } from "./object-graph-child";

/** A heap of `objects` objects of the leak loop, all of them alive until they become trash together. */
export interface HeapPoint extends ObjectGraphTime {
  readonly source: "simulated" | "measured";
  readonly objects: number;
  /** Resident memory per object. */
  readonly residentBytes: number;
}

/** A leak loop of so many iterations, with the collector on. */
export interface LoopPoint {
  readonly source: "simulated" | "measured";
  readonly iterations: number;
  /** User CPU time. */
  readonly nsPerIteration: number;
}

/** Both, on one version line. */
export interface ScaleReport {
  readonly profile: string;
  /** The full version of the real CPython. */
  readonly python: string;
  readonly heaps: readonly HeapPoint[];
  readonly loops: readonly LoopPoint[];
}

/** Collections of a living heap; the median counts. */
const REPEATS = 3;
/** A real CPython takes a second for a million iterations. */
const MOST_REAL_ITERATIONS = 10_000_000;

/**
 * Measure.
 *
 * @param sizes - Objects of each heap.
 * @param lengths - Iterations of each loop. The real CPython runs those of at most 10,000,000.
 */
export function benchScale(
  pair: BenchPair,
  sizes: readonly number[],
  lengths: readonly number[],
): ScaleReport {
  const heaps = sizes.flatMap((objects) => measureHeap(pair, objects));
  const loops = lengths.flatMap((iterations): LoopPoint[] => [
    { source: "simulated", iterations, ...simulateLeakLoop(pair.profile, iterations) },
    ...(iterations <= MOST_REAL_ITERATIONS
      ? [{ source: "measured" as const, iterations, ...measureLeakLoop(pair, iterations) }]
      : []),
  ]);
  return { profile: pair.profile, python: pair.python.version, heaps, loops };
}

/** `last`, and of its tenths those that are not below `first`; rising. */
export function decades(first: number, last: number): readonly number[] {
  return last / 10 >= first ? [...decades(first, last / 10), last] : [last];
}

function measureHeap(pair: BenchPair, objects: number): readonly HeapPoint[] {
  const memory = benchLeakMemory(pair, objects / 2);
  const simulated = simulateObjectGraph(pair.profile, "leak-pairs", objects, REPEATS);
  const real = measureObjectGraph(pair, "leak-pairs", objects, REPEATS);
  return [
    { source: "simulated", objects, ...simulated, residentBytes: memory.residentBytes },
    { source: "measured", objects, ...real, residentBytes: memory.realBytes },
  ];
}
