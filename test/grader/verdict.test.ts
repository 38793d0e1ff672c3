import { expect, test } from "vitest";
import type { TestResult } from "../../lib/exercise/test-run";
import type { Sheet } from "../../lib/grader/report";
import { verdictOf } from "../../lib/grader/verdict";

const sheet: Sheet = {
  name: "01-ledger",
  title: "A ledger",
  max: 3,
  tests: [
    { name: "counts", suite: "public", points: 1 },
    { name: "counts", suite: "hidden", points: 2 },
  ],
};

function passed(name: string, suite: "public" | "hidden", points: number): TestResult {
  return { name, suite, points, status: "pass", message: "" };
}

test("tests are matched by suite and name, and a claim about a test that the exercise does not have is nothing", () => {
  const claims = [passed("counts", "hidden", 100), passed("bonus", "hidden", 100)];
  expect(verdictOf({ tests: claims, printed: "" }, sheet)).toEqual({
    notes: [],
    tests: [
      { status: "missing", message: "The run gave no verdict on this test." },
      { status: "pass", message: "" },
    ],
  });
});

test("the reason why nothing could be run becomes a flag with a sentence", () => {
  const fault = { kind: "exited", message: "your code called process.exit", line: 3 } as const;
  expect(verdictOf({ tests: [], printed: "", fault }, sheet).notes).toEqual([
    { flag: "exited", message: "Your code called process.exit (line 3)." },
  ]);
});

test("a test that was stopped flags its answer", () => {
  const stopped = { ...passed("counts", "public", 1), status: "timeout", message: "did not finish" } as const;
  expect(verdictOf({ tests: [stopped, passed("counts", "hidden", 2)], printed: "" }, sheet).notes).toEqual([
    { flag: "timeout", message: "One test was stopped at the time limit." },
  ]);
});
