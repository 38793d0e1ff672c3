/** Showing values, and where two of them part. */
import { expect, test } from "vitest";
import { firstDifference } from "../../lib/exercise/first-difference";
import { showValue } from "../../lib/exercise/show-value";

test.each([
  [["a", "b"], ["a"], 'at [1]: expected "b", found nothing'],
  [["a"], ["a", "b"], 'at [1]: expected nothing, found "b"'],
  [{ log: [{ x: 1 }] }, { log: [{ x: 2 }] }, "at .log[0].x: expected 1, found 2"],
  [new Map([["cart", 1]]), new Map([["cart", 2]]), 'at ["cart"]: expected 1, found 2'],
  [[1, [2]], [1, { 0: 2 }], "at [1]: expected [2], found { 0: 2 }"],
])("%o and %o part %s", (expected, actual, text) => {
  expect(firstDifference(expected, actual)).toBe(text);
});

test("two numbers, and two equal lists, have no place where they part", () => {
  expect(firstDifference(1, 2)).toBeUndefined();
  expect(firstDifference([1], [1])).toBeUndefined();
});

test.each([
  [{ a: [1, "two"], "b-c": null }, '{ a: [1, "two"], "b-c": null }'],
  [new Map([[{ id: 1 }, new Set([2n])]]), "Map { { id: 1 } => Set { 2n } }"],
  [new Uint8Array([1, 2]), "Uint8Array { 1, 2 }"],
  [[undefined, Number.NaN, -0], "[undefined, NaN, -0]"],
  [new RangeError("too far"), "RangeError: too far"],
])("%o is written on one line", (value, text) => {
  expect(showValue(value)).toBe(text);
});

test("a value that is endless, long or hostile is still one short line", () => {
  const loop: unknown[] = [];
  loop.push(loop);
  expect(showValue(loop)).toBe("[[[[[[...]]]]]]");
  expect(showValue("x".repeat(1e6)).length).toBeLessThan(410);
  expect(showValue(Array(1e5).fill(0))).toContain("... 99960 more");
  const hostile = {
    get trap(): never {
      throw new Error();
    },
  };
  expect(showValue(hostile)).toBe("a value that cannot be read");
});
