/** Times the leak loop on the simulator, in a process of its own: exact counts, bytes and collections on. */

import { usedBytes } from "../sim/alloc/usage";
import { LeakLoop } from "../sim/leak-loop";

/** What the child prints, as JSON. */
export interface LeakLoopTime {
  /** User CPU time in the fastest portion: what else the machine does disturbs only some of them. */
  readonly nsPerIteration: number;
  /** Collections of each generation in the timed part. */
  readonly collections: readonly [number, number, number];
  /** Memory of the simulated program at the end. */
  readonly usedBytes: number;
  /** Resident memory of the process: when a tenth of the iterations was done, and at the end. */
  readonly residentBytes: readonly [early: number, end: number];
}

/** Iterations that are timed at a time; as many as in `leak_loop_time.py`. */
export const PORTION = 200_000;

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
  const portions = Math.max(1, Math.floor(iterations / PORTION));
  let nsPerIteration = Number.POSITIVE_INFINITY;
  let early = 0;
  for (let k = 1; k <= portions; k++) {
    const times = Math.round((k * iterations) / portions) - loop.iteration;
    const startUs = process.cpuUsage().user;
    loop.run(times);
    nsPerIteration = Math.min(nsPerIteration, ((process.cpuUsage().user - startUs) / times) * 1000);
    if (early === 0 && k * 10 >= portions) early = process.memoryUsage.rss();
  }
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
