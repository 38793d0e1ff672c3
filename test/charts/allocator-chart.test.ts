/** The allocator chart: its words, and what it looks like. `npx vitest -u` rewrites the pictures. */
import { describe, expect, test } from "vitest";
import { allocatorChart } from "../../lib/charts/allocator-chart";
import type { Chart } from "../../lib/charts/chart";
import { recordedMemory } from "../../lib/cpython/recorded-memory";
import { memoryRuns } from "../../lib/dist/sim/memory-runs";
import { renderSvg } from "../../lib/notebook/render-svg";
import type { AllocatorRuns } from "../../lib/sim/alloc/memory-run";
import { jupyterlabDark } from "./jupyterlab-dark";
import { contrast, textColours } from "./text-contrast";

/** The same programs, simulated and recorded on a real CPython. */
const both = (series: string): [simulated: AllocatorRuns, measured: AllocatorRuns] => [
  memoryRuns(series),
  recordedMemory(series),
];

const runs = { "3.8": both("3.8"), "3.13": both("3.13") };
const [simulated, measured] = runs["3.13"];
const { leak } = simulated;

const titleOf = (chart: Chart): string => (chart.spec.title as { text: string }).text;

test("on 3.13 every page and every arena is where it was predicted", () => {
  expect(allocatorChart(simulated, measured).caption).toBe(
    "Predicted to the page: what the allocator takes, and what it gives back: resident memory is the same, and every arena comes in the predicted iteration (CPython 3.13; lines and bars simulated, rings measured on 3.13.0).",
  );
});

test("where single pages come sooner or later, the claim is the largest difference", () => {
  const chart = allocatorChart(...runs["3.8"]);
  expect(titleOf(chart)).toMatch(/^Predicted within 0\.\d+ %: what the allocator takes/);
  expect(chart.caption).toMatch(/arenas come within \d iterations? of the prediction/);
});

test("a prediction that is 2 % off is not called one", () => {
  const samples = leak.samples.map(({ iteration, residentBytes }) => ({
    iteration,
    residentBytes: residentBytes * 1.02,
  }));
  const off = { ...simulated, leak: { ...leak, samples } };
  expect(titleOf(allocatorChart(off, measured))).toBe(
    "The predicted memory differs from the measured by up to 2 %",
  );
});

test("a prediction with an arena too many is not called one", () => {
  const off = { ...simulated, leak: { ...leak, arenaSteps: [...leak.arenaSteps, leak.iterations] } };
  const chart = allocatorChart(off, measured);
  expect(titleOf(chart)).not.toContain("Predicted");
  expect(chart.caption).toContain("the arenas are not as many");
});

test("the alt text tells the slope, the steps and what stays", () => {
  expect(allocatorChart(simulated, measured).alt).toContain(
    "Of 300,000 objects, which take 13.8 MiB, every 1000th kept: 13.8 MiB stay.",
  );
});

test("runs that cannot be compared are refused in one sentence", () => {
  expect(() => allocatorChart(measured, simulated)).toThrow("takes simulated runs first");
  expect(() => allocatorChart(simulated, runs["3.8"][1])).toThrow(
    "of one CPython version, and got 3.13 and 3.8",
  );
  expect(() => allocatorChart({ ...simulated, survivors: [] }, measured)).toThrow(
    "runs of the same programs",
  );
  const short = { leak: { ...leak, arenaSteps: [] }, survivors: simulated.survivors };
  expect(() => allocatorChart(short, measured)).toThrow("Let it run longer.");
});

describe.each(Object.entries(runs))("drawn for CPython %s, the picture", (series, [one, other]) => {
  const chart = allocatorChart(one, other);
  const svg = renderSvg(chart);

  test("looks as it did", async () => {
    await expect(svg).toMatchFileSnapshot(`__snapshots__/allocator-${series}.svg`);
  });

  test("has the same bytes a second time", () => {
    expect(renderSvg(chart)).toBe(svg);
  });

  test("fits a notebook: at most 680 pixels, a title of 75 characters, lines of 100", () => {
    expect(Number(/ width="([\d.]+)"/.exec(svg)![1])).toBeLessThanOrEqual(680);
    expect(titleOf(chart).length).toBeLessThanOrEqual(75);
    const { subtitle } = chart.spec.title as { subtitle: readonly string[] };
    expect(Math.max(...subtitle.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test.each([
    ["light", svg, "#ffffff"],
    ["dark", renderSvg(chart, { config: jupyterlabDark }), "#333333"],
  ])(
    "reads in JupyterLab's %s theme: every text has a contrast of at least 4.5",
    (_, picture, background) => {
      for (const colour of textColours(picture, background))
        expect(contrast(colour.text, colour.behind)).toBeGreaterThanOrEqual(4.5);
    },
  );
});
