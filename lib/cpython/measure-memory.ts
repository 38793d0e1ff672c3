/** What the leak loop and survivors do to memory, measured on a real CPython. */

import { BadInputError } from "../bad-input";
import { dataPath } from "../data-path";
import type { AllocatorRuns, LeakMemory, SurvivorMemory } from "../sim/alloc/memory-run";
import { choosePython } from "./choose-python";
import { runScript } from "./run-script";

/** What `memory_runs.py` prints. */
interface Runs {
  readonly leak: Omit<LeakMemory, "source" | "python">;
  readonly survivors: readonly Omit<SurvivorMemory, "source" | "python">[];
}

const runTimeoutMs = 60_000;

/**
 * Measure pages, arenas and survivors, each run in a process of its own. The script reads Linux's /proc.
 *
 * @param python - A series ("3.12"), a version, or the path of an interpreter. Default: the newest CPython found.
 * @throws {BadInputError} When no such Python is found, the system is not Linux, or a process fails.
 */
export function measureMemory(python?: string): AllocatorRuns {
  if (process.platform !== "linux")
    throw new BadInputError(
      `Pages and arenas are measured through Linux's /proc, and this system is ${process.platform}. recordedMemory has what was recorded on Linux.`,
    );
  const chosen = choosePython(python);
  const { leak, survivors } = runScript(chosen, dataPath("cpython/memory_runs.py"), [], runTimeoutMs) as Runs;
  const run = { source: "measured", python: chosen.version } as const;
  return { leak: { ...run, ...leak }, survivors: survivors.map((survivor) => ({ ...run, ...survivor })) };
}
