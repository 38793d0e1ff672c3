import { expect, test } from "vitest";
import { gradesCsv } from "../../lib/grader/grades-csv";
import { reportOf } from "./report-of";

test("the header names student, points, max, each exercise and flags", () => {
  expect(gradesCsv(reportOf([], ["01-ledger", "02-dealloc-cascade"]))).toBe(
    "student,points,max,01-ledger,02-dealloc-cascade,flags\n",
  );
});

test.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@x", "'@x"],
  ["\tx", "'\tx"],
  ['Lee, "Ana"', '"Lee, ""Ana"""'],
])("a student called %j cannot make a spreadsheet calculate or break a row", (student, cell) => {
  expect(gradesCsv(reportOf([{ student, points: 1, flags: ["timeout", "symlink"] }]))).toBe(
    `student,points,max,01-ledger,flags\n${cell},1,2,1,timeout symlink\n`,
  );
});
