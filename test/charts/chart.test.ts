import { expect, test } from "vitest";
import { BadInputError } from "../../lib/bad-input";
import { makeChart, requireWords } from "../../lib/charts/chart";

const words = { title: "It grows", subtitle: ["CPython 3.13"], caption: "It grows.", alt: "A rising line." };

test("a chart carries its claim in the picture and its alt text as description", () => {
  const chart = makeChart(words, { mark: "line" });
  expect(chart.spec).toMatchObject({
    description: "A rising line.",
    title: { text: "It grows", subtitle: ["CPython 3.13"] },
    mark: "line",
  });
  expect(chart.spec.$schema).toContain("/v5.json");
});

test("a chart without a caption is refused", () => {
  expect(() => makeChart({ ...words, caption: " " }, {})).toThrow(BadInputError);
});

test("a chart without alt text is refused, and the message says what to write", () => {
  const chart = makeChart(words, {});
  expect(() => requireWords({ ...chart, alt: "" })).toThrow(
    "This chart has no alt. Give it alt: the picture in words.",
  );
});
