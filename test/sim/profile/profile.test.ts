import { expect, test } from "vitest";
import { BadArgumentError, Heap, leakLoop, listingCounts, profiles } from "../../../lib/dist";

test("eight version lines can be simulated; 3.13 is what you get without asking", () => {
  expect(profiles.map(({ version }) => version)).toEqual([
    "3.8",
    "3.10",
    "3.11",
    "3.12",
    "3.13",
    "3.13t",
    "3.14",
    "3.15",
  ]);
  expect(new Heap().profile.version).toBe("3.13");
});

test("a profile that does not exist is refused with those that do", () => {
  const message =
    'There is no profile for CPython "3.9". Simulated version lines: 3.8, 3.10, 3.11, 3.12, 3.13, 3.13t, 3.14, 3.15.';
  for (const use of [
    () => new Heap("3.9"),
    () => leakLoop({ iterations: 1, profile: "3.9" }),
    () => listingCounts(1, "3.9"),
  ]) {
    expect(use).toThrow(BadArgumentError);
    expect(use).toThrow(message);
  }
});

test("the first threshold is 700 on 3.11 and 2000 on 3.13", () => {
  expect(new Heap("3.11").gc.getThreshold()).toEqual([700, 10, 10]);
  expect(new Heap("3.13").gc.getThreshold()).toEqual([2000, 10, 10]);
});
