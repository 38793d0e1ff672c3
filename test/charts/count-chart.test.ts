/** The words of a count chart; what it looks like is pinned in pictures.test.ts. */
import { expect, test } from "vitest";
import { countChart } from "../../lib/charts/count-chart";
import { round, timeline, twoRounds } from "./leak-loop-runs";

const titleOf = (counts: Parameters<typeof timeline>[1], code = round): string =>
  (countChart(timeline(code, counts)).spec.title as { text: string }).text;

test("the pair of the listing: both counts stick at 1", () => {
  expect(titleOf({ A: [1, 1, 1, 2, 1, "1"], B: [0, 1, 2, 2, 2, "1"] })).toBe(
    "Both counts stick at 1: no name is left, and 0 never comes",
  );
});

test("two pairs: all four counts stick at 1, and the alt text tells each line that changes a count", () => {
  const chart = countChart(twoRounds);
  expect(chart.caption).toContain("All four counts stick at 1");
  expect(chart.alt).toContain("pair 1, A: 1 at line 1, 2 at line 4, 1 at line 5, garbage with 1 at line 6.");
  expect(chart.alt).toContain("pair 2, B: 1 at line 8, 2 at line 9, garbage with 1 at line 12.");
});

test.each([
  ["Every count reaches 0, and each object is freed at once", { list: [1, 2, 1, 0] }],
  ["No count reaches 0 by itself: the collector frees the objects", { list: [1, 2, "1", 0] }],
  ["Some name reaches every object, and every count stays above 0", { list: [1, 2, 1, 1] }],
  ["1 of 2 objects ends as garbage: 0 never comes", { list: [1, 2, "1", "1"], other: [1, 1, 1, 1] }],
  ["Of 2 objects, 1 is freed at count 0 and 0 by the collector", { list: [1, 0, 0, 0], other: [1, 1, 1, 1] }],
])("%s", (claim, counts) => {
  expect(titleOf(counts, ["first", "second", "third", "fourth"])).toBe(claim);
});

test("no object, or more than six, is refused", () => {
  expect(() => countChart(timeline(["pass"], {}))).toThrow(
    "countChart draws 1 to 6 objects side by side, and this timeline has 0.",
  );
  const seven = Object.fromEntries("abcdefg".split("").map((name) => [name, [1]]));
  expect(() => countChart(timeline(["pass"], seven))).toThrow("this timeline has 7");
});
