/** Runs of the leak loop and their counts, as the tests of the charts draw them. */

import { recordedGrowth } from "../../lib/cpython/recorded-growth";
// The compiled simulator: vitest's own module loading would make it thirty times slower.
import { leakLoop } from "../../lib/dist/sim/leak-loop";
import type { CountTimeline } from "../../lib/sim/count-timeline";
import type { Growth } from "../../lib/sim/growth";

export { leakLoop };

/** Simulated with gc off and with gc on. */
export function simulated(iterations: number, profile = "3.13"): [off: Growth, on: Growth] {
  return [leakLoop({ iterations, gc: "off", profile }), leakLoop({ iterations, gc: "on", profile })];
}

/** Recorded on a real CPython, 200,000 iterations. */
export function measured(series: string): [off: Growth, on: Growth] {
  return [recordedGrowth(series, "off"), recordedGrowth(series, "on")];
}

/**
 * A timeline written as a table: one column of counts for each object, one entry for each line of code.
 *
 * A text such as "1" is the count of an object that no name reaches; 0 means that there is none.
 */
export function timeline(
  code: readonly string[],
  counts: Readonly<Record<string, readonly (number | string)[]>>,
): CountTimeline {
  const statements = code.map((line, index) => ({
    code: line,
    objects: Object.entries(counts).flatMap(([label, column]) => {
      const count = column[index]!;
      return count === 0 ? [] : [{ label, refcnt: Number(count), reachable: typeof count === "number" }];
    }),
  }));
  return { source: "simulated", python: "3.13", statements };
}

/** The article's listing, for one round. */
export const round: readonly string[] = [
  "A = Leak()",
  "B = Leak()",
  "A.b = B",
  "B.a = A",
  "A = None",
  "B = None",
];

/** Two rounds of the listing. */
export const twoRounds: CountTimeline = timeline([...round, ...round], {
  "pair 1, A": [1, 1, 1, 2, 1, "1", "1", "1", "1", "1", "1", "1"],
  "pair 1, B": [0, 1, 2, 2, 2, "1", "1", "1", "1", "1", "1", "1"],
  "pair 2, A": [0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 1, "1"],
  "pair 2, B": [0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 2, "1"],
});
