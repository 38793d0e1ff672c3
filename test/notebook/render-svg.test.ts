import { createRequire } from "node:module";
import type * as Vega from "vega";
import type * as VegaLite from "vega-lite";
import { expect, test } from "vitest";
import { makeChart } from "../../lib/charts/chart";
import { renderSvg } from "../../lib/notebook/render-svg";
import { gallery } from "../charts/chart-gallery";

const require = createRequire(import.meta.url);
const words = { title: "A claim", subtitle: [], caption: "A claim.", alt: 'Two dots, "a" & b.' };
const twoDots = {
  data: { values: [{ x: 1 }, { x: 2 }] },
  mark: "point",
  encoding: { x: { field: "x", type: "quantitative" } },
};

test("drawing without waiting gives the same bytes as vega's own promise", async () => {
  const chart = gallery["growth-short"]!();
  const svg = renderSvg(chart);
  const vega = require("vega") as typeof Vega & { resetSVGDefIds(): void };
  const { compile } = require("vega-lite") as typeof VegaLite;
  const spec = compile(chart.spec as unknown as VegaLite.TopLevelSpec).spec;
  vega.resetSVGDefIds();
  const promised = await new vega.View(vega.parse(spec), { renderer: "none", logLevel: vega.Error }).toSVG();
  expect(svg.replace(/ role="img".*?<\/title>/, ">")).toBe(promised);
});

test("the root says what the picture shows", () => {
  expect(renderSvg(makeChart(words, twoDots))).toMatch(
    /^<svg [^>]*role="img" aria-label="Two dots, &#34;a&#34; &#38; b\."><title>Two dots, &#34;a&#34; &#38; b\.<\/title>/,
  );
});

test("whatever vega-lite complains about stops the drawing", () => {
  const wrong = {
    ...twoDots,
    encoding: { x: { field: "x", type: "quantitative", scale: { type: "band" } } },
  };
  expect(() => renderSvg(makeChart(words, wrong))).toThrow(
    'The chart "A claim." cannot be drawn as it stands',
  );
});

test("an expression that vega cannot evaluate stops the drawing", () => {
  const wrong = { ...twoDots, transform: [{ calculate: "datum.x.y.z", as: "w" }] };
  expect(() => renderSvg(makeChart(words, wrong))).toThrow("cannot be drawn as it stands");
});
