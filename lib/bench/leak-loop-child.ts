/** Times the leak loop on the simulator, in a process of its own: exact counts, bytes and collections on. */

import { usedBytes } from "../sim/alloc/usage";
import { LeakLoop } from "../sim/leak-loop";

/** What the child prints, as JSON. */
export interface LeakLoopTime {
  /** User CPU time. */
  readonly nsPerIteration: number;
  /** Collections of each generation in the timed part. */
  readonly collections: readonly [number, number, number];
  /** Memory of the simulated program at the end. */
  readonly usedBytes: number;
  /** Resident memory of the process: when a tenth of the iterations was done, and at the end. */
  readonly residentBytes: readonly [early: number, end: number];
}

/** V8 has compiled everything after this many iterations. */
const COMPILED_AFTER = 2_000_000;

/**
 * Run `iterations` of the loop on `profile` after the code is compiled, with the collector on.
 *
 * @param blocks - With memory modelled block by block, pools and arenas included.
 */
export function timeLeakLoop(profile: string, iterations: number, blocks = false): LeakLoopTime {
  const loop = new LeakLoop(profile, blocks);
  loop.start("on", [0, 0, 0]);
  loop.run(COMPILED_AFTER);
  loop.start("on", [0, 0, 0]);
  const [gen0, gen1, gen2] = loop.h.stats.map((stats) => stats.collections) as [number, number, number];
  const startUs = process.cpuUsage().user;
  loop.run(Math.round(iterations / 10));
  const early = process.memoryUsage.rss();
  loop.run(iterations - loop.iteration);
  const nsPerIteration = ((process.cpuUsage().user - startUs) / iterations) * 1000;
  const collections = loop.h.stats.map((stats) => stats.collections) as [number, number, number];
  return {
    nsPerIteration,
    collections: [collections[0] - gen0, collections[1] - gen1, collections[2] - gen2],
    usedBytes: usedBytes(loop.h),
    residentBytes: [early, process.memoryUsage.rss()],
  };
}

if (require.main === module) {
  const [profile = "3.13", iterations = "1000000", memory = ""] = process.argv.slice(2);
  process.stdout.write(`${JSON.stringify(timeLeakLoop(profile, Number(iterations), memory === "blocks"))}\n`);
}
