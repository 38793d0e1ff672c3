/** A chart as plain data: a vega-lite specification and the words that every chart must carry. */

import { BadInputError } from "../bad-input";
import { theme } from "./theme";

/** A vega-lite specification, version 5. Its own types are left out: they would slow down every notebook cell. */
export interface VegaLiteSpec {
  readonly $schema: string;
  readonly [property: string]: unknown;
}

/** A chart, ready for `show()`. */
export interface Chart {
  readonly spec: VegaLiteSpec;
  /** What the chart shows, as a claim in one sentence. Never empty. */
  readonly caption: string;
  /** What a reader who cannot see the picture needs to know. Never empty. */
  readonly alt: string;
}

/** The words of a chart. Title and subtitle are drawn into the picture, so the claim is seen wherever the picture is. */
export interface ChartWords {
  /** The claim, short: at most 75 characters fit above the plot. */
  readonly title: string;
  /** How to read it, for which CPython, simulated or measured. Lines of at most 100 characters. */
  readonly subtitle: readonly string[];
  readonly caption: string;
  readonly alt: string;
}

/** Part of a vega-lite specification. */
export type SpecPart = Readonly<Record<string, unknown>>;

/**
 * Put words, theme and marks together.
 *
 * @param words - Title, subtitle, caption and alt text.
 * @param view - The marks: `layer`, `hconcat`, `vconcat` or a single view.
 * @returns The chart; its `description` is the alt text.
 * @throws {BadInputError} When caption or alt text is empty.
 */
export function makeChart(words: ChartWords, view: SpecPart): Chart {
  const chart: Chart = {
    spec: {
      $schema: "https://vega.github.io/schema/vega-lite/v5.json",
      description: words.alt,
      title: { text: words.title, subtitle: words.subtitle },
      config: theme,
      ...view,
    },
    caption: words.caption,
    alt: words.alt,
  };
  requireWords(chart);
  return chart;
}

/**
 * Refuse a chart without words.
 *
 * @throws {BadInputError} When caption or alt text is empty.
 */
export function requireWords(chart: Chart): void {
  for (const part of ["caption", "alt"] as const) {
    if (typeof chart[part] === "string" && chart[part].trim() !== "") continue;
    const purpose = part === "caption" ? "the claim in one sentence" : "the picture in words";
    throw new BadInputError(`This chart has no ${part}. Give it ${part}: ${purpose}.`);
  }
}
