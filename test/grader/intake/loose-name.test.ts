import { expect, test } from "vitest";
import { readLooseName } from "../../../lib/grader/intake/loose-name";

const exercises = ["01-ledger", "02-dealloc-cascade"];

test.each([
  ["ana.01-ledger.ts", "ana", "01-ledger"],
  ["ana-01-ledger.ts", "ana", "01-ledger"],
  ["ana_01-ledger.ts", "ana", "01-ledger"],
  ["ana 01-ledger.ipynb", "ana", "01-ledger"],
  ["01-ledger_ana.ts", "ana", "01-ledger"],
  ["ana.lee-02-dealloc-cascade.ts", "ana.lee", "02-dealloc-cascade"],
])("%s is %s's answer to %s", (file, student, exercise) => {
  expect(readLooseName(file, exercises)).toEqual({ student, exercise });
});

test.each([
  ["ana.ts", "ana"],
  ["ana.lee.ipynb", "ana.lee"],
  ["Ana Lee-Díaz.ts", "Ana Lee-Díaz"],
  ["ana-07-unknown.ts", "ana-07-unknown"],
])("%s names the student %s and no exercise", (file, student) => {
  expect(readLooseName(file, exercises)).toEqual({ student });
});

test("a name that is nothing but an exercise's is taken for the student's as well", () => {
  expect(readLooseName("01-ledger.ts", exercises)).toEqual({ student: "01-ledger", exercise: "01-ledger" });
});
