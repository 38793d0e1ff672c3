/** Differential fuzzing: random programs on a real CPython and on the simulator, compared after every operation. */

import { setImmediate } from "node:timers/promises";
import type { PythonFound } from "../cpython/probe-python";
import { Heap } from "../sim/heap/heap";
import { compare } from "./difference";
import { generate } from "./generate";
import type { Program } from "./program";
import { type Observed, RealPython } from "./real-python";
import { type Finding, shrink } from "./shrink";

/** What to run. */
export interface FuzzOptions {
  readonly python: PythonFound;
  /** How many programs. The first has the seed `seed`, the next one more, and so on. */
  readonly programs: number;
  readonly seed: number;
  /** How many operations each program has, about. */
  readonly operations: number;
  /** Told after each batch how many programs have run. */
  readonly onProgress?: (done: number) => void;
}

/** What came out. */
export interface FuzzReport {
  readonly programs: number;
  /** The seeds of all programs that differ. */
  readonly differing: readonly number[];
  /** Some of them, shrunk: the first for each operation at which programs differ, three at most. */
  readonly findings: readonly Found[];
}

/** A program that differs. */
export interface Found extends Finding {
  /** The seed of the program, before it was shrunk. */
  readonly seed: number;
}

const batchSize = 50;
const maxFindings = 3;

/** A program with what the real process showed of it. */
interface Ran {
  readonly seed: number;
  readonly program: Program;
  readonly observed: Observed;
}

/**
 * Run the programs and compare; shrink what differs.
 *
 * @throws {BadInputError} When the real process ends before its time.
 * @throws {BadArgumentError} When the simulator has no profile for that version.
 */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { python, programs, onProgress } = options;
  // Refuses a version that is not simulated before anything starts.
  new Heap(python.series);
  const real = new RealPython(python);
  try {
    const found: Found[] = [];
    let done = 0;
    for await (const batch of realRuns(real, options)) {
      for (const ran of batch) found.push(...(await differenceOf(ran, python.series)));
      done += batch.length;
      onProgress?.(done);
    }
    const findings = await shrunk(real, python.series, found);
    return { programs, differing: found.map(({ seed }) => seed), findings };
  } finally {
    real.close();
  }
}

/** Batches of programs with what they showed. The real process already works on the next while one is looked at. */
async function* realRuns(real: RealPython, options: FuzzOptions): AsyncGenerator<readonly Ran[]> {
  let current = draw(options, 0);
  let answers = real.run(current.map(({ program }) => program));
  for (let from = 0; current.length > 0; from += batchSize) {
    const observed = await answers;
    const following = draw(options, from + batchSize);
    if (following.length > 0) answers = real.run(following.map(({ program }) => program));
    yield current.map((drawn, n) => ({ ...drawn, observed: observed[n] as Observed }));
    current = following;
  }
}

function draw(options: FuzzOptions, from: number): readonly { seed: number; program: Program }[] {
  const length = Math.max(0, Math.min(batchSize, options.programs - from));
  return Array.from({ length }, (_, n) => {
    const seed = options.seed + from + n;
    return { seed, program: generate(seed, options.operations) };
  });
}

async function differenceOf({ seed, program, observed }: Ran, series: string): Promise<readonly Found[]> {
  // Lets the text of the next batch flow to the process.
  await setImmediate();
  const difference = compare(program, series, observed);
  return difference === undefined ? [] : [{ seed, program, difference }];
}

/** Shrink the first that differs at each operation, as far as they are few. */
async function shrunk(real: RealPython, series: string, found: readonly Found[]): Promise<readonly Found[]> {
  const first = new Map<string, Found>();
  for (const one of found) {
    const where = one.program.steps[one.difference.steps - 1]?.operation ?? "start";
    if (!first.has(where)) first.set(where, one);
  }
  const findings: Found[] = [];
  for (const one of [...first.values()].slice(0, maxFindings))
    findings.push({ ...(await shrink(one, series, real)), seed: one.seed });
  return findings;
}
