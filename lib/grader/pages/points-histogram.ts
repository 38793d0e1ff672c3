/** How the points of a class are spread: ten bars, drawn as SVG with the numbers written on them. */

import { type Html, html } from "./html";

const binCount = 10;
const width = 984;
const height = 190;
const floor = 150;
const ceiling = 24;
const binWidth = width / binCount;

/**
 * Count shares (0 to 1) in ten bins of equal width; a share on a border belongs to the upper bin, 1 to the
 * last.
 *
 * @example
 * binShares([0, 0.05, 0.1, 1]); // [2, 1, 0, 0, 0, 0, 0, 0, 0, 1]
 */
export function binShares(shares: readonly number[]): number[] {
  const bins = new Array<number>(binCount).fill(0);
  for (const share of shares) {
    // A thousandth of a bin is added because 0.7 * 10 is 7, but 0.29 / 0.1 falls short of what it means.
    const bin = Math.min(binCount - 1, Math.max(0, Math.floor(share * binCount + 0.001)));
    bins[bin] = (bins[bin] as number) + 1;
  }
  return bins;
}

/** The histogram of the shares (0 to 1) of the points that students reached. */
export function pointsHistogram(shares: readonly number[]): Html {
  const bins = binShares(shares);
  const tallest = Math.max(1, ...bins);
  const bars = bins.map((count, bin) => bar(bin, count, tallest));
  const borders = Array.from({ length: binCount + 1 }, (_, border) => label(border));
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${inWords(bins)}">
${bars}
<line x1="0" y1="${floor}" x2="${width}" y2="${floor}" stroke="#888888"/>
${borders}
<text x="${width}" y="${height - 2}" text-anchor="end" fill="currentColor">share of the points</text>
</svg>`;
}

function bar(bin: number, count: number, tallest: number): Html | undefined {
  if (count === 0) return undefined;
  const size = Math.round(((floor - ceiling) * count) / tallest);
  const left = bin * binWidth;
  return html`<rect x="${left + 3}" y="${floor - size}" width="${binWidth - 6}" height="${size}" rx="3" fill="#4C9FD8"/>
<text x="${left + binWidth / 2}" y="${floor - size - 6}" text-anchor="middle" font-weight="600" fill="currentColor">${count}</text>
`;
}

function label(border: number): Html {
  const anchor = border === 0 ? "start" : border === binCount ? "end" : "middle";
  return html`<text x="${border * binWidth}" y="${floor + 17}" text-anchor="${anchor}" fill="currentColor">${(border * 100) / binCount} %</text>
`;
}

function inWords(bins: readonly number[]): string {
  const filled = bins.flatMap((count, bin) =>
    count === 0 ? [] : [`${count} from ${bin * 10} to ${(bin + 1) * 10} %`],
  );
  return `Students by share of the points: ${filled.join("; ")}.`;
}
