import fc from "fast-check";
import { expect, test } from "vitest";
import { downsample, everyNth, MAX_POINTS } from "../../lib/charts/downsample";

const same = (value: number): number => value;

test("a series of at most 500 points is left as it is", () => {
  const series = Array.from({ length: MAX_POINTS }, (_, index) => index);
  expect(downsample(series, same)).toBe(series);
});

test("one peak among 100,000 points is kept, and so is one dip", () => {
  const series = Array.from({ length: 100_000 }, () => 5);
  series[43_210] = 9;
  series[76_543] = 1;
  const kept = downsample(series, same);
  expect(kept.length).toBeLessThanOrEqual(500);
  expect(kept).toContain(9);
  expect(kept).toContain(1);
});

test("a reduced series is made of points of the series, in order, from the first to the last", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 30, maxLength: 200 }), (heights) => {
      const series = heights.map((height, index) => ({ height, index }));
      const kept = downsample(series, (point) => point.height, 20);
      expect(kept.length).toBeLessThanOrEqual(20);
      expect(kept[0]).toBe(series[0]);
      expect(kept[kept.length - 1]).toBe(series[series.length - 1]);
      expect(kept.every((point) => series[point.index] === point)).toBe(true);
      expect(kept.map((point) => point.index)).toEqual(
        [...new Set(kept.map((point) => point.index))].sort((a, b) => a - b),
      );
      const highest = Math.max(...heights);
      expect(kept.some((point) => point.height === highest)).toBe(true);
    }),
  );
});

test("of 570 ticks, every third is 190", () => {
  const { kept, step } = everyNth(Array.from({ length: 570 }), 200);
  expect([kept.length, step]).toEqual([190, 3]);
});
