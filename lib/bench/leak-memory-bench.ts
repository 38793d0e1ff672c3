/** What an object of the leak loop takes, in the simulator and in a real CPython. */

import { runScript } from "../cpython/run-script";
import { dataPath } from "../data-path";
import type { BenchPair } from "./bench-pair";
import type { LeakMemory } from "./leak-memory-child";
import { runNodeChild, TIMEOUT_MS } from "./node-child";

/** Bytes per object. */
export interface LeakMemoryReport extends LeakMemory {
  /** Resident memory of the real CPython. */
  readonly realBytes: number;
}

/** Let `pairs` pairs leak in both, with the collector off. Memory does not depend on a busy machine: one turn is enough. */
export function benchLeakMemory({ profile, python }: BenchPair, pairs: number): LeakMemoryReport {
  const script = dataPath("bench/leak_memory.py");
  const real = runScript(python, script, [String(pairs)], TIMEOUT_MS) as Pick<LeakMemory, "residentBytes">;
  const simulated = runNodeChild("leak-memory-child", [profile, pairs]) as LeakMemory;
  return { ...simulated, realBytes: real.residentBytes };
}
