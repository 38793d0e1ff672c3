/** The article's leak loop, measured on a real CPython: memory, tracked objects, every collection. */

import { BadInputError } from "../bad-input";
import { dataPath } from "../data-path";
import type { CollectionMark, Growth, GrowthSample } from "../sim/growth";
import { choosePython } from "./choose-python";
import type { PythonFound } from "./probe-python";
import { runScript } from "./run-script";

/** What to measure. */
export interface LeakLoopMeasurement {
  /** A series ("3.12"), a version, or the path of an interpreter. Default: the newest CPython found. */
  readonly python?: string;
  /** How often the loop's body runs: 1 to 100,000,000. */
  readonly iterations: number;
  /** The automatic collector while the loop runs. */
  readonly gc: "on" | "off";
  /** Samples along the run, first and last included: 2 to 500. Default 41. */
  readonly samples?: number;
}

/** A growth as a real process showed it. Bytes depend on the system a little; everything else repeats exactly. */
export interface MeasuredGrowth extends Growth {
  readonly source: "measured";
  /** What `bytes` is. Only Linux tells the present size; elsewhere it is the largest so far. */
  readonly memory: "resident set" | "peak resident set";
  /** `gc.get_count()[0]` when the loop begins, the tuple included in which `get_count` returned it. */
  readonly startCount: number;
  /** After one `gc.collect()` behind the loop. */
  readonly afterCollect: {
    /** What `gc.collect()` returned. */
    readonly collected: number;
    readonly trackedObjects: number;
    readonly bytes: number;
  };
}

/** What `leak_loop.py` prints. Everything in `aboveStart` is in the run's unit: bytes or tracked objects. */
interface Run {
  readonly unit: "resident set" | "peak resident set" | "objects";
  readonly startCount: number;
  readonly iterations: readonly number[];
  readonly aboveStart: readonly number[];
  readonly collections: readonly (readonly [
    iteration: number,
    generation: number,
    collected: number,
    tracked: number,
  ])[];
  readonly countsAfter: readonly [number, number, number];
  readonly afterCollect: { readonly collected: number; readonly aboveStart: number };
}

const maxIterations = 100_000_000;
const maxSamples = 500;
const runTimeoutMs = 600_000;
/** The most that one iteration leaves behind with the collector off (3.8), with the list that counts it. */
const leakedBytesPerIteration = 640;

/**
 * Run the leak loop on a real CPython and measure its growth.
 *
 * The loop runs twice, each time in a new process: once to read the memory, once to count the tracked objects (the
 * counting makes a big list, which would be in the memory). Both start past the first instances of the class, which
 * are bigger, and right after a `gc.collect()`. The collections are those of the first run; `trackedBefore` comes
 * from the second and is left out where that run's collection fell on another iteration, which can only happen
 * after a full collection.
 *
 * @throws {BadInputError} When no such Python is found, a number is out of range, the memory of this machine is too
 *   small, or the process fails.
 */
export function measureLeakLoop(what: LeakLoopMeasurement): MeasuredGrowth {
  const { iterations, gc, samples = 41 } = what;
  checkNumber("iterations", iterations, 1, maxIterations);
  checkNumber("samples", samples, 2, maxSamples);
  if (gc === "off") checkMemory(iterations);
  const python = choosePython(what.python);
  const readings = Math.min(samples, iterations + 1);
  const memory = run(python, gc, iterations, readings, "memory");
  const objects = run(python, gc, iterations, readings, "objects");
  return {
    source: "measured",
    python: python.version,
    gc,
    iterations,
    memory: memory.unit === "resident set" ? "resident set" : "peak resident set",
    startCount: memory.startCount,
    samples: samplesOf(memory, objects),
    collections: marksOf(memory, objects),
    countsAfter: memory.countsAfter,
    afterCollect: {
      collected: memory.afterCollect.collected,
      trackedObjects: objects.afterCollect.aboveStart,
      bytes: memory.afterCollect.aboveStart,
    },
  };
}

function checkNumber(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new BadInputError(
    `The leak loop cannot be measured with ${name} ${value}: expected a whole number from ${least} to ${most}.`,
  );
}

function checkMemory(iterations: number): void {
  const neededMiB = Math.ceil((iterations * leakedBytesPerIteration) / 2 ** 20);
  const freeMiB = Math.floor(process.availableMemory() / 2 ** 20);
  if (neededMiB <= freeMiB / 2) return;
  throw new BadInputError(
    `With the collector off, ${iterations} iterations can leave ${neededMiB} MiB behind, more than half of the ${freeMiB} MiB free here. Ask for fewer iterations.`,
  );
}

function run(
  python: PythonFound,
  gc: "on" | "off",
  iterations: number,
  samples: number,
  watch: "memory" | "objects",
): Run {
  const args = [gc, String(iterations), String(samples), watch];
  return runScript(python, dataPath("cpython/leak_loop.py"), args, runTimeoutMs) as Run;
}

function samplesOf(memory: Run, objects: Run): readonly GrowthSample[] {
  return memory.iterations.map((iteration, k) => ({
    iteration,
    trackedObjects: objects.aboveStart[k] ?? 0,
    bytes: memory.aboveStart[k] ?? 0,
  }));
}

function marksOf(memory: Run, objects: Run): readonly CollectionMark[] {
  return memory.collections.map(([iteration, generation, collected], k) => {
    const counted = objects.collections[k];
    const same = counted?.[0] === iteration && counted[1] === generation;
    return { iteration, generation, collected, ...(same && { trackedBefore: counted[3] }) };
  });
}
