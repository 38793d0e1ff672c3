import { expect, test } from "vitest";
import { textWidthPx } from "../../lib/notebook/text-width";

const sans = { font: "Helvetica, Arial, sans-serif", fontSizePx: 10, fontWeight: "normal" };

test("a text is as wide as its letters: i is narrow, W is wide", () => {
  expect(textWidthPx("iiii", sans)).toBeCloseTo(8.88);
  expect(textWidthPx("WWWW", sans)).toBeCloseTo(37.76);
});

test("code is as wide as it is long", () => {
  const mono = { ...sans, font: "ui-monospace, Menlo, monospace" };
  expect(textWidthPx("iiii", mono)).toBe(textWidthPx("WWWW", mono));
});

test("bold is wider, and a character outside the table counts as a usual one", () => {
  expect(textWidthPx("count", { ...sans, fontWeight: 600 })).toBeGreaterThan(textWidthPx("count", sans));
  expect(textWidthPx("é", sans)).toBe(textWidthPx("n", sans));
});
