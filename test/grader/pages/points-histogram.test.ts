import { expect, test } from "vitest";
import { binShares, pointsHistogram } from "../../../lib/grader/pages/points-histogram";

test("a share on a border belongs to the upper bar, full marks to the last", () => {
  expect(binShares([0, 0.05, 0.1, 0.3, 0.7, 1])).toEqual([2, 1, 0, 1, 0, 0, 0, 1, 0, 1]);
});

test("who cannot see the bars is told the same in words", () => {
  expect(pointsHistogram([0, 1, 1]).html).toContain(
    'aria-label="Students by share of the points: 1 from 0 to 10 %; 2 from 90 to 100 %."',
  );
});
