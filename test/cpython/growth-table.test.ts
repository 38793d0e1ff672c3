import { expect, test } from "vitest";
import { growthTable } from "../../lib/cpython/growth-table";
import { recordedGrowth } from "../../lib/cpython/recorded-growth";

test("the table tells each run's memory, slope, collections and final counts", () => {
  const rows = growthTable([recordedGrowth("3.11", "on"), recordedGrowth("3.13", "off")])
    .trimEnd()
    .split("\n")
    .map((line) => line.trim().split(/ {2,}/));
  expect(rows[0]?.slice(0, 3)).toEqual(["python", "gc", "iterations"]);
  expect(rows[1]?.slice(4)).toEqual(["0.0", "523", "47", "0", "(432, 6, 47)"]);
  expect(rows[2]?.slice(0, 3)).toEqual(["3.13.0", "off", "200,000"]);
  expect(Number(rows[2]?.[4])).toBeCloseTo(192.75, 0);
  expect(rows[2]?.slice(5)).toEqual(["0", "0", "0", "(400002, 0, 0)"]);
});
