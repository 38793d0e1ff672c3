/** How the numbers of several turns become one. */
import { expect, test } from "vitest";
import { median } from "../../lib/bench/median";
import { decades } from "../../lib/bench/scale-bench";
import { compareTurns, compareUntil, takeTurns } from "../../lib/bench/turns";

test("the real one and the simulator take turns, and slow turns change neither side nor ratio", () => {
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
  expect(compareTurns(turns, (ns) => ns)).toEqual({ simulated: 10, real: 50, ratio: 5 });
});

test("a comparison that is not good enough gets more turns, three times as many and no more", () => {
  const compare = (simulated: number[], gate: number) => {
    let turns = 0;
    const { ratio } = compareUntil(
      2,
      () => simulated[turns++]!,
      () => 50,
      (ns) => ns,
      (comparison) => comparison.ratio >= gate,
    );
    return { ratio, turns };
  };
  expect(compare([10, 20], 5)).toEqual({ ratio: 5, turns: 2 });
  expect(compare([20, 20, 10, 1], 5)).toEqual({ ratio: 5, turns: 3 });
  expect(compare([20, 20, 20, 20, 20, 20, 1], 5)).toEqual({ ratio: 2.5, turns: 6 });
});

test("the median of an even number of values lies between the two in the middle", () => {
  expect([median([4, 1, 3, 2]), median([7])]).toEqual([2.5, 7]);
});

test("the report goes to its largest size in steps of ten", () => {
  expect(decades(100_000, 10_000_000)).toEqual([100_000, 1_000_000, 10_000_000]);
  expect(decades(100_000, 5000)).toEqual([5000]);
});
