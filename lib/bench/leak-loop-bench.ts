/** The simulator beside a real CPython, in one run: the same loop, turn by turn, so that a busy machine slows both. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { choosePython } from "../cpython/choose-python";
import { runScript } from "../cpython/run-script";
import { dataPath } from "../data-path";
import { v8Flags } from "../v8-flags";
import type { LeakLoopTime } from "./leak-loop-child";

/** One line of the comparison. */
export interface BenchRow {
  /** The profile that was simulated. */
  readonly profile: string;
  /** Median of user CPU time per iteration. */
  readonly simulatedNs: number;
  readonly realNs: number;
  /** Median of real / simulated, turn by turn: how many times as fast the simulator is. */
  readonly ratio: number;
}

/** The comparison, and against which interpreter. */
export interface BenchReport {
  /** The full version of the real CPython. */
  readonly python: string;
  readonly iterations: number;
  readonly turns: number;
  readonly rows: readonly BenchRow[];
}

const TIMEOUT_MS = 600_000;

/**
 * Compare.
 *
 * @param profiles - Version lines to simulate, each against the same real CPython.
 * @param python - The real one, as {@link choosePython} takes it.
 * @param turns - How often each is run; the medians count.
 * @throws {BadInputError} When there is no such CPython.
 */
export function benchLeakLoop(
  profiles: readonly string[],
  python: string,
  iterations: number,
  turns: number,
): BenchReport {
  const real = choosePython(python);
  const script = dataPath("bench/leak_loop_time.py");
  const measured = profiles.map((profile) => ({ profile, simulated: [] as number[], real: [] as number[] }));
  for (let turn = 0; turn < turns; turn++) {
    for (const row of measured) {
      const answer = runScript(real, script, [String(iterations)], TIMEOUT_MS) as { nsPerIteration: number };
      row.real.push(answer.nsPerIteration);
      row.simulated.push(simulateLeakLoop(row.profile, iterations).nsPerIteration);
    }
  }
  const rows = measured.map((row) => ({
    profile: row.profile,
    simulatedNs: median(row.simulated),
    realNs: median(row.real),
    ratio: median(row.real.map((ns, turn) => ns / (row.simulated[turn] ?? ns))),
  }));
  return { python: real.version, iterations, turns, rows };
}

/** One timed run of the simulator in a fresh process, started as the kit starts its kernel. */
export function simulateLeakLoop(profile: string, iterations: number): LeakLoopTime {
  const child = spawnSync(
    process.execPath,
    [...v8Flags, join(__dirname, "leak-loop-child.js"), profile, String(iterations)],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], timeout: TIMEOUT_MS },
  );
  if (child.status !== 0)
    throw new Error(
      `The simulator's timed run failed (${child.error?.message ?? child.signal ?? child.status}).`,
    );
  return JSON.parse(child.stdout) as LeakLoopTime;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
