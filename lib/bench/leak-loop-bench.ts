/** The leak loop, the simulator beside a real CPython: user CPU time per iteration with the collector on. */

import { runScript } from "../cpython/run-script";
import { dataPath } from "../data-path";
import type { BenchPair } from "./bench-pair";
import type { LeakLoopTime } from "./leak-loop-child";
import { runNodeChild, TIMEOUT_MS } from "./node-child";
import { type Comparison, compareTurns, takeTurns } from "./turns";

/**
 * Compare.
 *
 * @param turns - How often each is run; the medians count.
 * @param blocks - With memory modelled block by block, pools and arenas included.
 * @returns Nanoseconds per iteration.
 */
export function benchLeakLoop(
  pair: BenchPair,
  iterations: number,
  turns: number,
  blocks = false,
): Comparison {
  return compareTurns(
    takeTurns(
      turns,
      () => simulateLeakLoop(pair.profile, iterations, blocks),
      () => measureLeakLoop(pair, iterations),
    ),
    ({ nsPerIteration }) => nsPerIteration,
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
