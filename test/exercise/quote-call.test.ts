/** Quoting a test. */
import { expect, test } from "vitest";
import { quoteCall } from "../../lib/dist/exercise/quote-call";

test.each([
  ['expect(run("a").log, "why").toEqual([1]);', 'run("a").log'],
  ["expect(() => decref(ledger, 'cart')).toThrow();", "decref(ledger, 'cart')"],
  ["await expect(\n    later(1,\n      2),\n  ).resolves.not.toBe(3);", "later(1, 2)"],
  ["expect(ledger).toEqual({});", undefined],
  ["run();", undefined],
])("%o is about %s", (statement, call) => {
  const source = `test("t", () => {\n  ${statement}\n});\n`;
  const at = source.slice(0, source.search(/\.(to\w+|not)\b|run\(\);/)).split("\n");
  expect(quoteCall(source, [at.length, at.at(-1)!.length + 2])).toBe(call);
});
