/** A chart as SVG, drawn here without a browser, for every reader that does not run vega-lite: GitHub, nbviewer, a README. */

import { createRequire } from "node:module";
import type * as Vega from "vega";
import type * as VegaLite from "vega-lite";
import { type Chart, requireWords } from "../charts/chart";
import { textWidthPx } from "./text-width";

/** How to draw. */
export interface RenderOptions {
  /** A vega-lite configuration below the chart's own, as JupyterLab's dark theme sets one. */
  readonly config?: Readonly<Record<string, unknown>>;
}

/**
 * Draw a chart.
 *
 * The same chart gives the same bytes, in any process: text widths come from a table, not from installed fonts.
 *
 * @param chart - The chart; its data must be inline, because drawing does not wait for anything.
 * @returns An SVG document whose root carries the alt text (`role="img"`, `aria-label`, `<title>`).
 * @throws {Error} When vega-lite or vega has anything to complain about in the specification.
 */
export function renderSvg(chart: Chart, options: RenderOptions = {}): string {
  requireWords(chart);
  const { vega, vegaLite } = loadVega();
  const complaints: string[] = [];
  const logger = complaintLogger(complaints);
  const spec = chart.spec as unknown as VegaLite.TopLevelSpec;
  const compiled = vegaLite.compile(spec, { config: { ...options.config } as VegaLite.Config, logger }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: "none", logger });
  const svg = drawNow(vega, view);
  view.finalize();
  if (complaints.length > 0)
    throw new Error(`The chart "${chart.caption}" cannot be drawn as it stands: ${complaints.join("; ")}`);
  return labelled(svg, chart.alt);
}

interface VegaModules {
  readonly vega: typeof Vega;
  readonly vegaLite: typeof VegaLite;
}

let loaded: VegaModules | undefined;

/** Vega takes a third of a second to load, so it waits for the first picture. */
function loadVega(): VegaModules {
  if (loaded) return loaded;
  const require = createRequire(__filename);
  const modules: VegaModules = { vega: require("vega"), vegaLite: require("vega-lite") };
  const { textMetrics } = modules.vega as unknown as { textMetrics: { width: typeof measure } };
  textMetrics.width = measure;
  loaded = modules;
  return modules;
}

/** The properties of a vega text item that decide its width. */
interface TextItem {
  readonly text?: unknown;
  readonly font?: string;
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

function measure(item: TextItem, text?: unknown): number {
  return textWidthPx(String(text ?? item.text ?? ""), {
    font: item.font ?? "",
    fontSizePx: item.fontSize ?? 11,
    fontWeight: item.fontWeight ?? "normal",
  });
}

/** The members of vega that its type declarations leave out. */
interface Internals {
  readonly SVGStringRenderer: new (
    loader: unknown,
  ) => {
    initialize(
      element: null,
      widthPx: number,
      heightPx: number,
      originPx: readonly number[],
      scale: number,
    ): void;
    background(colour: unknown): void;
    render(root: unknown): void;
    svg(): string;
  };
  resetSVGDefIds(): void;
}

/**
 * Draw without waiting, so that the picture lands in the cell that asked for it.
 *
 * `View.toSVG()` returns a promise, but with inline data none of its steps is asynchronous: `run()` has evaluated
 * the whole dataflow when it returns. A test compares the two, byte for byte.
 */
function drawNow(vega: typeof Vega, view: Vega.View): string {
  const internals = vega as unknown as Internals;
  view.run();
  const { _viewWidth, _viewHeight } = view as unknown as { _viewWidth: number; _viewHeight: number };
  const padding = view.padding() as { left: number; right: number; top: number; bottom: number };
  const [x, y] = view.origin();
  internals.resetSVGDefIds();
  const renderer = new internals.SVGStringRenderer(view.loader());
  renderer.initialize(
    null,
    _viewWidth + padding.left + padding.right,
    _viewHeight + padding.top + padding.bottom,
    [padding.left + x, padding.top + y],
    1,
  );
  renderer.background(view.background());
  renderer.render((view.scenegraph() as unknown as { root: unknown }).root);
  return renderer.svg();
}

/** Keep every warning and error, except the one that a brush without a browser always causes. */
function complaintLogger(complaints: string[]): Vega.LoggerInterface {
  const note = (...words: readonly unknown[]): Vega.LoggerInterface => {
    const text = words.map((word) => (word instanceof Error ? word.message : String(word))).join(" ");
    if (!text.includes("Can not resolve event source: window")) complaints.push(text);
    return logger;
  };
  const ignore = (): Vega.LoggerInterface => logger;
  const methods = { level: ignore, error: note, warn: note, info: ignore, debug: ignore };
  const logger = methods as unknown as Vega.LoggerInterface;
  return logger;
}

/** Vega labels axes and marks but not the picture. */
function labelled(svg: string, alt: string): string {
  const text = alt.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return svg.replace(/^<svg([^>]*)>/, `<svg$1 role="img" aria-label="${text}"><title>${text}</title>`);
}
