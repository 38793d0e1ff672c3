/** The leak loop, the simulator beside a real CPython: user CPU time per iteration with the collector on. */

import { runScript } from "../cpython/run-script";
import { dataPath } from "../data-path";
import type { BenchPair } from "./bench-pair";
import type { LeakLoopTime } from "./leak-loop-child";
import { runNodeChild, TIMEOUT_MS } from "./node-child";
import type { PythonLoopTime } from "./python-loop-child";
import { type Comparison, compareUntil } from "./turns";

/** How a comparison is made. */
export interface LeakLoopBench {
  readonly iterations: number;
  /** How often each is run, at least; the fastest counts. */
  readonly turns: number;
  /** With memory modelled block by block, pools and arenas included. Default: no. */
  readonly blocks?: boolean;
  /** A smaller ratio than this is doubted: then there are more turns. Default 0. */
  readonly gate?: number | undefined;
}

/** Compare. @returns Nanoseconds per iteration. */
export function benchLeakLoop(pair: BenchPair, bench: LeakLoopBench): Comparison {
  const { iterations, turns, blocks = false, gate = 0 } = bench;
  return compareUntil(
    turns,
    () => simulateLeakLoop(pair.profile, iterations, blocks),
    () => measureLeakLoop(pair, iterations),
    ({ nsPerIteration }) => nsPerIteration,
    ({ ratio }) => ratio >= gate,
  );
}

/** Compare the loop as Python text with the same text on the real one. @returns Nanoseconds per iteration. */
export function benchPythonLoop(pair: BenchPair, { iterations, turns, gate = 0 }: LeakLoopBench): Comparison {
  return compareUntil(
    turns,
    () => runNodeChild("python-loop-child", [pair.profile, iterations]) as PythonLoopTime,
    () => measureLeakLoop(pair, iterations),
    ({ nsPerIteration }) => nsPerIteration,
    ({ ratio }) => ratio >= gate,
  );
}

/** One timed run of the simulator. */
export function simulateLeakLoop(profile: string, iterations: number, blocks = false): LeakLoopTime {
  const memory = blocks ? "blocks" : "shares";
  return runNodeChild("leak-loop-child", [profile, iterations, memory]) as LeakLoopTime;
}

/** One timed run of the real CPython. */
export function measureLeakLoop(
  { python }: BenchPair,
  iterations: number,
): Pick<LeakLoopTime, "nsPerIteration"> {
  const script = dataPath("bench/leak_loop_time.py");
  return runScript(python, script, [String(iterations)], TIMEOUT_MS) as { nsPerIteration: number };
}
