/** How well the words of a chart stand out from what is behind them. */
import type { Locator } from "playwright-core";

type Rgb = readonly [red: number, green: number, blue: number];

/** The lowest contrast of any text in the charts of `cell`, from 1 (invisible) to 21; by the formula of WCAG 2.2. */
export async function lowestContrast(cell: Locator): Promise<number> {
  const pairs = await cell.locator(".jp-RenderedVegaLite svg text").evaluateAll((texts) =>
    texts
      .filter((text) => (text.textContent ?? "").trim() !== "")
      .map((text) => {
        const svg = text.closest("svg");
        const { left, right, top, bottom } = text.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        // The solid mark that is painted last below the middle of the word; else what the chart stands on.
        const below = Array.from(svg?.querySelectorAll("path, rect") ?? []).filter((mark) => {
          const box = mark.getBoundingClientRect();
          const { fill, fillOpacity, opacity } = getComputedStyle(mark);
          const covers = box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
          return (
            covers && Number(fillOpacity) * Number(opacity) > 0.5 && !/none|, 0\)$|transparent/.test(fill)
          );
        });
        const painted = below.at(-1);
        let behind = painted ? getComputedStyle(painted).fill : "none";
        for (
          let at: Element | null = svg;
          at !== null && /none|, 0\)$|transparent/.test(behind);
          at = at.parentElement
        )
          behind = getComputedStyle(at).backgroundColor;
        return [getComputedStyle(text).fill, behind] as const;
      }),
  );
  return Math.min(...pairs.map(([text, behind]) => contrast(rgb(text), rgb(behind))));
}

function rgb(colour: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((level) => {
    const share = level / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
