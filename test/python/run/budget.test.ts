import { expect, test } from "vitest";
import { runPython } from "../../../lib/dist/python/python";

test.each([
  ["a loop without end", "while True: pass"],
  ["a generator without end", "def g():\n    while True: yield\nfor _ in g(): pass"],
  ["calls without end", "def f(): pass\nfor _ in iter(int, 1): f()"],
])("%s is stopped when its budget is used up", (_, source) => {
  const budget = ({ instructions }: { instructions: number }) =>
    instructions > 100_000 ? "too many instructions" : null;
  expect(runPython(source, { budget }).stopped).toBe("too many instructions");
});

test("a program that catches everything is stopped all the same", () => {
  const source = "while True:\n    try:\n        while True: pass\n    except BaseException: pass";
  const budget = ({ instructions }: { instructions: number }) => (instructions > 50_000 ? "enough" : null);
  expect(runPython(source, { budget }).stopped).toBe("enough");
});
