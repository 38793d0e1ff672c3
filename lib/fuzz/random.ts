/** Random numbers that a seed decides: the same seed gives the same programs on every machine. */

/** A stream of random numbers (mulberry32: 32 bits of state, good enough to choose operations). */
export class Random {
  private state: number;

  /** @param seed - Any whole number; only its lowest 32 bits count. */
  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  /** True once in `n` times. */
  oneIn(n: number): boolean {
    return this.below(n) === 0;
  }

  /** One of `items`, which are not empty. */
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** One of `items`, each as often as its weight says. */
  pickWeighted<T>(items: readonly T[], weightOf: (item: T) => number): T {
    let at = this.below(items.reduce((sum, item) => sum + weightOf(item), 0));
    for (const item of items) {
      at -= weightOf(item);
      if (at < 0) return item;
    }
    return items.at(-1) as T;
  }
}
