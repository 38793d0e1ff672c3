/** How the numbers of several turns become one. */
import { expect, test } from "vitest";
import { median } from "../../lib/bench/median";
import { decades } from "../../lib/bench/scale-bench";
import { compareTurns, takeTurns } from "../../lib/bench/turns";

test("the real one and the simulator take turns, and one slow turn changes neither median nor ratio", () => {
  const order: string[] = [];
  const simulated = [10, 500, 12];
  const real = [50, 2500, 66];
  const turns = takeTurns(
    3,
    () => {
      order.push("simulated");
      return simulated.shift()!;
    },
    () => {
      order.push("real");
      return real.shift()!;
    },
  );
  expect(order.join(" ")).toBe("real simulated real simulated real simulated");
  expect(compareTurns(turns, (ns) => ns)).toEqual({ simulated: 12, real: 66, ratio: 5 });
});

test("the median of an even number of values lies between the two in the middle", () => {
  expect([median([4, 1, 3, 2]), median([7])]).toEqual([2.5, 7]);
});

test("the report goes to its largest size in steps of ten", () => {
  expect(decades(100_000, 10_000_000)).toEqual([100_000, 1_000_000, 10_000_000]);
  expect(decades(100_000, 5000)).toEqual([5000]);
});
