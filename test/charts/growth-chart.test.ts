/** The words and the data of a growth chart; what it looks like is pinned in pictures.test.ts. */
import { expect, test } from "vitest";
import type { Chart } from "../../lib/charts/chart";
import { growthChart } from "../../lib/charts/growth-chart";
import { leakLoop, measured, simulated } from "./leak-loop-runs";

const titleOf = (chart: Chart): string => (chart.spec.title as { text: string }).text;

test("with gc off and on over 200,000 iterations, the claim is the saw-tooth", () => {
  const chart = growthChart(...simulated(200_000), ...measured("3.13"));
  expect(chart.caption).toBe(
    "The collector turns a straight line into a saw-tooth: 400,000 objects (36.8 MiB) stay with gc off; 398,152 are freed with gc on, in 199 collections (CPython 3.13; lines simulated, rings measured on 3.13.0 as resident memory).",
  );
  expect(chart.alt).toContain(
    "rises to about 2,052 and falls back about every 1,000.5 iterations, 199 times",
  );
});

test("bytes per pair and collections in the labels are computed from the runs", () => {
  const labels = JSON.stringify(growthChart(...simulated(200_000, "3.11")).spec);
  expect(labels).toContain("gc off: + 193 bytes per pair");
  expect(labels).toContain("gc on: 570 collections (1 in 3 ticked), at most 803 objects");
});

test("where the collector has not run yet, the chart says so and claims no saw-tooth", () => {
  const chart = growthChart(...simulated(10));
  expect(titleOf(chart)).toBe("In 10 iterations the collector never runs, so gc on is gc off");
  expect(chart.spec.vconcat).toHaveLength(1);
});

test("after a single collection, the claim is what each run holds", () => {
  expect(titleOf(growthChart(...simulated(1500)))).toBe(
    "After 1,500 iterations gc off holds 282 KiB and gc on 94.3 KiB",
  );
});

test("one run alone has a claim of its own", () => {
  const [off, on] = simulated(60_000);
  expect(titleOf(growthChart(off))).toBe("With gc off, every pair costs 193 bytes for ever");
  expect(titleOf(growthChart(on))).toBe("With gc on, the loop never holds more than 2,029 objects");
});

test("before 3.11 an iteration leaves four tracked objects, so the cost is per iteration", () => {
  expect(growthChart(...measured("3.10")).alt).toContain("581 bytes per iteration");
});

test("a measured run alone is called measured", () => {
  expect(growthChart(...measured("3.12")).caption).toContain("(CPython 3.12.1, measured as resident memory)");
});

test("the curve of gc on shows every peak, although the samples fall beside them", () => {
  const on = leakLoop({ iterations: 20_000, gc: "on", samples: 7 });
  const sampled = highest(on.samples.map((sample) => sample.bytes));
  const peak = sampled * (2022 / highest(on.samples.map((sample) => sample.trackedObjects)));
  const drawnKiB = highest(columnOf(growthChart(on), "memory"));
  expect(sampled).toBeLessThan(0.99 * peak);
  expect(drawnKiB).toBeCloseTo(peak / 1024, 2);
});

test("two collections that keep half of the objects away do not make a saw-tooth yet", () => {
  expect(titleOf(growthChart(...simulated(2002)))).toBe(
    "After 2,002 iterations gc off holds 377 KiB and gc on 771 bytes",
  );
});

test("a million iterations give at most 500 points per series, and the caption tells", () => {
  const chart = growthChart(...simulated(1_000_000));
  const tables = [...JSON.stringify(chart.spec).matchAll(/"values":"([^"]*)"/g)];
  expect(Math.max(...tables.map(([, table]) => table!.split("\\n").length - 1))).toBeLessThanOrEqual(500);
  expect(chart.caption).toContain("Long series are thinned out, with their peaks kept.");
});

test("no run, two of a kind, or two versions are refused in one sentence", () => {
  const [off, on] = simulated(10);
  expect(() => growthChart()).toThrow("growthChart needs at least one run, and got none.");
  expect(() => growthChart(on, on)).toThrow("two simulated runs with gc on");
  expect(() => growthChart(off, measured("3.11")[1])).toThrow(
    "growthChart compares runs of one CPython version, and got 3.13 and 3.11.",
  );
  expect(() => growthChart({ ...on, samples: [] })).toThrow("has 10 iterations and 0 samples");
});

function highest(values: readonly number[]): number {
  return values.reduce((high, value) => Math.max(high, value), 0);
}

/** All numbers of a column of the inline CSV tables. */
function columnOf(chart: Chart, name: string): number[] {
  const tables = [...JSON.stringify(chart.spec).matchAll(/"values":"([^"]*)"/g)].map(([, text]) =>
    text!.split("\\n").map((line) => line.split(",")),
  );
  return tables.flatMap(([header, ...rows]) => {
    const index = header!.indexOf(name);
    return index < 0 ? [] : rows.map((row) => Number(row[index]));
  });
}
