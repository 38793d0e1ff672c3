/** What the charts look like: each picture is a file, so a changed picture is a diff. `npx vitest -u` rewrites them. */
import { describe, expect, test } from "vitest";
import { renderSvg } from "../../lib/notebook/render-svg";
import { gallery, readmeChart } from "./chart-gallery";
import { jupyterlabDark } from "./jupyterlab-dark";
import { contrast, textColours } from "./text-contrast";

test("the README's picture is what the kit draws today", async () => {
  await expect(renderSvg(readmeChart())).toMatchFileSnapshot("../../.github/leak-loop.svg");
});

describe.each(Object.entries(gallery))("%s", (name, build) => {
  const chart = build();
  const { text, subtitle } = chart.spec.title as { text: string; subtitle: readonly string[] };
  const svg = renderSvg(chart);

  test("looks as it did", async () => {
    await expect(svg).toMatchFileSnapshot(`__snapshots__/${name}.svg`);
  });

  test("is drawn with the same bytes a second time", () => {
    expect(renderSvg(chart)).toBe(svg);
  });

  test("fits a notebook: at most 680 pixels, a title of 75 characters, lines of 100", () => {
    expect(Number(/ width="([\d.]+)"/.exec(svg)![1])).toBeLessThanOrEqual(680);
    expect(text.length).toBeLessThanOrEqual(75);
    expect(Math.max(...subtitle.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test.each([
    ["light", svg, "#ffffff"],
    ["dark", renderSvg(chart, { config: jupyterlabDark }), "#333333"],
  ])("every text reads in JupyterLab's %s theme: contrast at least 4.5", (_, picture, background) => {
    for (const colour of textColours(picture, background))
      expect(contrast(colour.text, colour.behind)).toBeGreaterThanOrEqual(4.5);
  });
});
