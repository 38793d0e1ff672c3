/** What the leak loop and survivors do to memory, simulated through the heap and its blocks. */

import { mallocStats } from "./alloc/malloc-stats";
import type { AllocatorRuns, LeakMemory } from "./alloc/memory-run";
import { residentBytes } from "./alloc/resident";
import { cleanArena } from "./clean-arena";
import { BadArgumentError } from "./errors";
import { LeakLoop } from "./leak-loop";
import { survivorMemory } from "./survivor-memory";

/** How much to run. The measured runs of `lib/cpython` are as long as the defaults: only such runs can be compared. */
export interface MemoryRunsOptions {
  /** How often the body of the leak loop runs: a multiple of 1,000, from 1,000 on. Default 24,000. */
  readonly iterations?: number;
  /** How many objects are made before all but some are freed: a whole number from 1 on. Default 300,000. */
  readonly objects?: number;
}

/** Iterations from one sample to the next, and in the stretch, behind the middle, in which each page is seen. */
const EVERY = 1000;
const ZOOM_ITERATIONS = 200;

/**
 * Simulate what `lib/cpython/memory_runs.py` measures: the leak loop with the collector off, and objects of which all but
 * some are freed. Each begins in a clean arena, so that every page and arena that comes is theirs.
 *
 * @param profile - The CPython version line, for example "3.13".
 * @throws {BadArgumentError} For an unknown profile, or a number that is out of range.
 * @example
 * show(allocatorChart(memoryRuns("3.13"), recordedMemory("3.13")));
 */
export function memoryRuns(profile: string, options: MemoryRunsOptions = {}): AllocatorRuns {
  const { iterations = 24_000, objects = 300_000 } = options;
  requireMultiple("iterations", iterations, EVERY);
  requireMultiple("objects", objects, 1);
  return { leak: leakMemory(profile, iterations), survivors: survivorMemory(profile, objects) };
}

function leakMemory(profile: string, iterations: number): LeakMemory {
  const loop = new LeakLoop(profile, true);
  loop.start("off", [0, 0, 0]);
  const pymalloc = cleanArena(loop.h);
  const { arenaBytes, poolBytes } = pymalloc.rules;
  const roomBytes = mallocStats(pymalloc).unusedPools * poolBytes;
  const fromIteration = iterations / 2;
  const toIteration = fromIteration + ZOOM_ITERATIONS;
  const before = residentBytes(pymalloc);
  const arenaSteps: number[] = [];
  const pageSteps: number[] = [];
  const samples = [{ iteration: 0, residentBytes: 0 }];
  for (let iteration = 1; iteration <= iterations; iteration++) {
    const { arenasMapped, residentPages } = pymalloc;
    loop.run(1);
    if (pymalloc.arenasMapped > arenasMapped) arenaSteps.push(iteration);
    if (iteration > fromIteration && iteration <= toIteration)
      for (let page = residentPages; page < pymalloc.residentPages; page++) pageSteps.push(iteration);
    if (iteration % EVERY === 0) samples.push({ iteration, residentBytes: residentBytes(pymalloc) - before });
  }
  const zoom = { fromIteration, toIteration, pageSteps };
  return {
    source: "simulated",
    python: profile,
    iterations,
    arenaBytes,
    roomBytes,
    arenaSteps,
    samples,
    zoom,
  };
}

function requireMultiple(name: string, value: number, of: number): void {
  if (Number.isSafeInteger(value) && value > 0 && value % of === 0) return;
  const expected = of === 1 ? "a whole number from 1 on" : `a multiple of ${of}, for example ${24 * of}`;
  throw new BadArgumentError(`memoryRuns cannot run with ${name} = ${value}: it takes ${expected}.`);
}
