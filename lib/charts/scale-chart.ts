/** How the simulator scales: time and memory for each object or iteration, while their number grows. A flat line is linear growth. */

import { BadInputError } from "../bad-input";
import { type Chart, type ChartWords, makeChart } from "./chart";
import { grouped } from "./quantity";
import { type Panel, type PanelPoint, scalePanel } from "./scale/panel";

/** A heap of so many objects. Times in nanoseconds per object. */
export interface HeapScale {
  readonly source: "simulated" | "measured";
  readonly objects: number;
  readonly buildNs: number;
  readonly collectNs: number;
  readonly trashNs: number;
  /** Resident memory per object. */
  readonly residentBytes: number;
}

/** A leak loop of so many iterations. */
export interface LoopScale {
  readonly source: "simulated" | "measured";
  readonly iterations: number;
  readonly nsPerIteration: number;
}

/** What is drawn. */
export interface Scale {
  /** The version line that was simulated. */
  readonly profile: string;
  /** The real CPython. */
  readonly python: string;
  readonly heaps: readonly HeapScale[];
  readonly loops: readonly LoopScale[];
}

/** What counts as flat: the dearest size costs at most this many times as much as the cheapest, per object. */
const FLAT = 2;

/**
 * Draw five small panels with the number of objects or iterations along the bottom, each ten times the one before.
 *
 * @throws {BadInputError} When there is no simulated heap or no simulated loop.
 * @example
 * scaleChart({ profile: "3.13", python: "3.13.0", heaps, loops }).caption;
 */
export function scaleChart(scale: Scale): Chart {
  for (const [name, points] of [["heap", scale.heaps] as const, ["loop", scale.loops] as const]) {
    if (!points.some(({ source }) => source === "simulated"))
      throw new BadInputError(`scaleChart needs at least one simulated ${name}, and got none.`);
  }
  const panels = panelsOf(scale);
  return makeChart(words(scale, panels), {
    concat: panels.map((panel) => scalePanel(panel)),
    columns: 3,
    spacing: { row: 26, column: 22 },
  });
}

function panelsOf({ heaps, loops }: Scale): readonly Panel[] {
  const ofHeaps = (title: string, unit: string, value: (heap: HeapScale) => number): Panel => ({
    title,
    unit: `${unit} per object`,
    across: "objects",
    points: heaps.map((heap) => ({ source: heap.source, size: heap.objects, value: value(heap) })),
  });
  return [
    ofHeaps("Full collection, all alive", "ns", ({ collectNs }) => collectNs),
    ofHeaps("Full collection, all trash", "ns", ({ trashNs }) => trashNs),
    ofHeaps("Making, collector on", "ns", ({ buildNs }) => buildNs),
    ofHeaps("Resident memory", "bytes", ({ residentBytes }) => residentBytes),
    {
      title: "The leak loop, collector on",
      unit: "ns per iteration",
      across: "iterations",
      points: loops.map(({ source, iterations, nsPerIteration }) => ({
        source,
        size: iterations,
        value: nsPerIteration,
      })),
    },
  ];
}

function words(scale: Scale, panels: readonly Panel[]): ChartWords {
  const sizes = scale.heaps.map(({ objects }) => objects);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const steepest = panels.reduce((worst, panel) => (spread(panel) > spread(worst) ? panel : worst));
  const factor = `${spread(steepest).toFixed(1)} x as much at one size as at another (${steepest.title.toLowerCase()})`;
  const title =
    spread(steepest) <= FLAT
      ? `Up to ${grouped(most)} objects, time and memory grow linearly`
      : `Not linear: one object costs up to ${spread(steepest).toFixed(1)} x as much at another size`;
  const source = `Dots and line: simulated ${scale.profile}; rings: measured on CPython ${scale.python}`;
  const each = panels
    .map(
      (panel) =>
        `${panel.title.toLowerCase()}: ${range(panel, "simulated")} (real ${range(panel, "measured")}) ${panel.unit}`,
    )
    .join("; ");
  return {
    title,
    subtitle: [
      "Cost of one object or iteration while their number grows: a flat line is linear growth.",
      `${source}.`,
    ],
    caption: `${title}: from ${grouped(least)} to ${grouped(most)} objects, one costs at most ${factor} (${source}).`,
    alt: `Five panels of cost against size, from ${grouped(least)} to ${grouped(most)} objects. ${each}. ${source}.`,
  };
}

/** How many times as much the dearest simulated size costs as the cheapest, for each object. */
function spread(panel: Panel): number {
  const values = valuesOf(panel, "simulated");
  return Math.max(...values) / Math.min(...values);
}

function range(panel: Panel, source: PanelPoint["source"]): string {
  const values = valuesOf(panel, source);
  if (values.length === 0) return "not measured";
  const [low, high] = [grouped(Math.min(...values)), grouped(Math.max(...values))];
  return low === high ? low : `${low} to ${high}`;
}

function valuesOf(panel: Panel, source: PanelPoint["source"]): readonly number[] {
  return panel.points.filter((point) => point.source === source).map(({ value }) => value);
}
