/** A report of a made-up class, for what is made of reports. */

import type { Flag } from "../../lib/grader/flag";
import type { GradedExercise, GradedStudent, Report } from "../../lib/grader/report";

/** One student of the class; every exercise of theirs has these points and flags. */
export interface ClassMember {
  readonly student: string;
  readonly name?: string;
  /** 0, 1 or 2: one for each test that passed. */
  readonly points: number;
  readonly flags?: readonly Flag[];
}

/** The report of a class whose exercises have two tests of one point each, "counts" and "frees". */
export function reportOf(
  members: readonly ClassMember[],
  exercises: readonly string[] = ["01-ledger"],
): Report {
  const tests = [
    { name: "counts", suite: "public", points: 1 },
    { name: "frees", suite: "hidden", points: 1 },
  ] as const;
  return {
    format: "leakloop-report",
    version: 1,
    isolation: "process",
    exercises: exercises.map((name) => ({ name, title: "A title", max: 2, tests })),
    students: members.map((member) => rowOf(member, exercises)),
    others: [],
  };

  function rowOf({ flags = [], points, ...who }: ClassMember, names: readonly string[]): GradedStudent {
    const graded = tests.map(({ name, suite }, index) => {
      const passed = index < points;
      const outcome = passed
        ? ({ status: "pass", message: "" } as const)
        : ({ status: "fail", message: "no" } as const);
      return { name, suite, points: passed ? 1 : 0, max: 1, ...outcome };
    });
    const one: Omit<GradedExercise, "name"> = {
      points,
      max: 2,
      flags,
      answer: "a.ts",
      notes: [],
      tests: graded,
    };
    const all = names.map((name) => ({ name, ...one }));
    return {
      ...who,
      points: points * all.length,
      max: 2 * all.length,
      flags,
      entries: [],
      notes: [],
      exercises: all,
    };
  }
}
