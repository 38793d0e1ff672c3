/** How many passed each test: what the class has to be taught again. */

import type { GradedExercise, Report, SheetTest } from "../report";

/** One test of one exercise over the whole class. */
export interface TestShare {
  readonly exercise: string;
  readonly test: SheetTest;
  /** Answers that passed. */
  readonly passed: number;
  /** Answers that the test could be run on: not those missing, rejected, untouched or not to be loaded. */
  readonly attempted: number;
}

/** Every test of every exercise, the least passed first; ties in the order of the exercise. */
export function testShares(report: Report): TestShare[] {
  const shares = report.exercises.flatMap((sheet, exerciseIndex) => {
    const answers = report.students
      .map((student) => student.exercises[exerciseIndex])
      .filter((answer) => answer !== undefined)
      .filter(couldRun);
    return sheet.tests.map((test, testIndex) => ({
      exercise: sheet.name,
      test,
      passed: answers.filter((answer) => answer.tests[testIndex]?.status === "pass").length,
      attempted: answers.length,
    }));
  });
  return shares.sort((a, b) => shareOf(a) - shareOf(b));
}

const notRun: ReadonlySet<string> = new Set(["missing", "rejected", "not-attempted", "load-error", "exited"]);

/** Did the answer get as far as its tests? One that is stopped in every single test was stopped while it was loaded. */
function couldRun({ flags, tests }: GradedExercise): boolean {
  if (flags.some((flag) => notRun.has(flag))) return false;
  return !tests.every(({ status }) => status === "timeout" || status === "memory");
}

/** Passed over attempted, from 0 to 1; 1 where nobody tried. */
export function shareOf(share: TestShare): number {
  return share.attempted === 0 ? 1 : share.passed / share.attempted;
}
