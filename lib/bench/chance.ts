/** Numbers that look random and are the same in every run, in lib/bench/object_graph_time.py too. */

/** A linear congruential generator modulo 2 to the 31. */
export class Chance {
  private state = 1;

  /** A whole number from 0 on. @param limit - Above all of them, and not above 2 to the 23. */
  below(limit: number): number {
    this.state = (Math.imul(this.state, 1103515245) + 12345) & 0x7fffffff;
    return (this.state >> 8) % limit;
  }
}
