/** Where a real CPython and the simulator part. */

import { Heap } from "../sim/heap/heap";
import type { Program } from "./program";
import type { Observed } from "./real-python";
import { simulate } from "./simulate";

/** The first observation that differs. */
export interface Difference {
  /** How many steps had run. */
  readonly steps: number;
  /** What each showed then. The simulator's is "fault: " and a message when it failed. */
  readonly real: string;
  readonly simulated: string;
}

/**
 * Run `program` on the simulator and compare with what the real process showed.
 *
 * @returns undefined when every observation is the same.
 */
export function compare(program: Program, series: string, observed: Observed): Difference | undefined {
  const { told, objectsBefore } = observed;
  const simulated = simulate(program, new Heap(series), series, objectsBefore);
  const length = Math.max(told.length, simulated.length);
  for (let steps = 0; steps < length; steps++) {
    const real = told[steps] ?? "nothing";
    const ours = simulated[steps] ?? "nothing";
    if (real !== ours) return { steps, real, simulated: ours };
  }
  return undefined;
}
