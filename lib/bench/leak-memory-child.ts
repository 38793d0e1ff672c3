/** Lets the leak loop leak on the simulator, in a process of its own, and prints what the objects take. */

import { usedBytes } from "../sim/alloc/usage";
import { LeakLoop } from "../sim/leak-loop";
import { settledBytes } from "./settled-bytes";

/** What the child prints, as JSON; all of it per object. */
export interface LeakMemory {
  /** Resident memory of the process. */
  readonly residentBytes: number;
  /** The simulator's arrays, as large as they are, used or not. */
  readonly arrayBytes: number;
  /** What the simulator says that the objects take in the CPython that it simulates. */
  readonly simulatedBytes: number;
}

/** Let `pairs` pairs leak on `profile`, with the collector off. */
export function measureLeakMemory(profile: string, pairs: number): LeakMemory {
  // Twice: the first loop, which is gone when the second one starts, has made V8 compile everything.
  new LeakLoop(profile).run(10_000);
  const loop = new LeakLoop(profile);
  loop.start("off", [0, 0, 0]);
  const used = usedBytes(loop.h);
  const resident = settledBytes();
  loop.run(pairs);
  const objects = 2 * pairs;
  return {
    residentBytes: (settledBytes() - resident) / objects,
    arrayBytes: process.memoryUsage().arrayBuffers / objects,
    simulatedBytes: (usedBytes(loop.h) - used) / objects,
  };
}

if (require.main === module) {
  const [profile = "3.13", pairs = "2000000"] = process.argv.slice(2);
  process.stdout.write(`${JSON.stringify(measureLeakMemory(profile, Number(pairs)))}\n`);
}
