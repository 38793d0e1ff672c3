/** The chart of the bench's report: what it claims, and what it looks like. */
import { expect, test } from "vitest";
import { type HeapScale, type Scale, scaleChart } from "../../lib/charts/scale-chart";
import { renderSvg } from "../../lib/notebook/render-svg";

function heap(source: HeapScale["source"], objects: number, factor: number): HeapScale {
  const [buildNs, collectNs, trashNs, residentBytes] = [240, 50, 55, 45].map((cost) => cost * factor);
  return {
    source,
    objects,
    buildNs: buildNs!,
    collectNs: collectNs!,
    trashNs: trashNs!,
    residentBytes: residentBytes!,
  };
}

const scale: Scale = {
  profile: "3.13",
  python: "3.13.0",
  heaps: [1e5, 1e6, 1e7].flatMap((objects, k) => [
    heap("simulated", objects, 1 + 0.1 * k),
    heap("measured", objects, 2 + 0.2 * k),
  ]),
  loops: [1e6, 1e7].flatMap((iterations) => [
    { source: "simulated" as const, iterations, nsPerIteration: 110 },
    { source: "measured" as const, iterations, nsPerIteration: 700 },
  ]),
};
const titleOf = (of: Scale): string => (scaleChart(of).spec.title as { text: string }).text;

test("when no size costs more than twice as much as another, the claim is linear growth", async () => {
  const chart = scaleChart(scale);
  expect(titleOf(scale)).toBe("Up to 10,000,000 objects, time and memory grow linearly");
  expect(chart.caption).toContain("costs at most 1.2 x as much at one size as at another");
  expect(chart.alt).toContain("resident memory: 45 to 54 (real 90 to 108) bytes per object");
  await expect(renderSvg(chart)).toMatchFileSnapshot("__snapshots__/scale.svg");
});

test("when one does, the title says so", () => {
  const heaps = [...scale.heaps, heap("simulated", 1e8, 3)];
  expect(titleOf({ ...scale, heaps })).toBe(
    "Not linear: one object costs up to 3.0 x as much at another size",
  );
});

test("the picture fits a notebook, and its lines fit the picture", () => {
  const chart = scaleChart(scale);
  expect(Number(/ width="([\d.]+)"/.exec(renderSvg(chart))![1])).toBeLessThanOrEqual(680);
  const { text, subtitle } = chart.spec.title as { text: string; subtitle: readonly string[] };
  expect(text.length).toBeLessThanOrEqual(75);
  for (const line of subtitle) expect(line.length).toBeLessThanOrEqual(100);
});

test("without a simulated heap or loop there is no chart", () => {
  expect(() => scaleChart({ ...scale, heaps: [] })).toThrow("scaleChart needs at least one simulated heap");
  expect(() => scaleChart({ ...scale, loops: [] })).toThrow("scaleChart needs at least one simulated loop");
});
