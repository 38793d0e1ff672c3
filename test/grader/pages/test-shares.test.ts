import { expect, test } from "vitest";
import { shareOf, testShares } from "../../../lib/grader/pages/test-shares";
import { reportOf } from "../report-of";

test("the test that the fewest passed comes first, counted over the answers that could be run", () => {
  const shares = testShares(
    reportOf([
      { student: "ana", points: 2 },
      { student: "bela", points: 1 },
      { student: "chen", points: 1, flags: ["several-answers"] },
      { student: "dana", points: 0, flags: ["missing"] },
      { student: "emre", points: 0, flags: ["load-error"] },
    ]),
  );
  expect(shares.map(({ test, passed, attempted }) => [test.name, passed, attempted])).toEqual([
    ["frees", 1, 3],
    ["counts", 3, 3],
  ]);
});

test("a test that nobody tried is nothing to teach again", () => {
  const [share] = testShares(reportOf([{ student: "ana", points: 0, flags: ["missing"] }]));
  expect(shareOf(share!)).toBe(1);
});
