/** The memory of this process, when V8 has given back what it no longer needs. */

/** Resident memory in bytes. Node must run with `--expose-gc`; without, it is what V8 holds at the moment. */
export function settledBytes(): number {
  // Twice: arrays that the first collection finds dead are given back before the second one begins.
  for (let time = 0; time < 2; time++) globalThis.gc?.();
  return process.memoryUsage.rss();
}
