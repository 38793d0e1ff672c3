/** What grading says about a class, as plain data: the shape of report.json (published as report.schema.json). */

import type { Failure, TestStatus as RunStatus } from "../exercise/test-run";
import type { Flag, Note } from "./flag";

/** What became of one test. `rejected`: what was handed in could not be used as an answer. */
export type TestStatus = RunStatus | "rejected";

/** One test of an exercise, as its manifest states it. */
export interface SheetTest {
  readonly name: string;
  readonly suite: "public" | "hidden";
  /** What passing it is worth. */
  readonly points: number;
}

/** One exercise that was graded. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  /** The sum of its tests' points. */
  readonly max: number;
  readonly tests: readonly SheetTest[];
}

/** One test on one student's answer; where it failed, with what was expected and found. */
export interface GradedTest extends Failure {
  readonly name: string;
  readonly suite: "public" | "hidden";
  /** `max` when passed, else 0. */
  readonly points: number;
  readonly max: number;
  readonly status: TestStatus;
}

/** One exercise of one student. */
export interface GradedExercise {
  readonly name: string;
  readonly points: number;
  readonly max: number;
  /** In the order of {@link flagMeanings}. */
  readonly flags: readonly Flag[];
  /** The graded file within the folder of submissions, or null when there is none. */
  readonly answer: string | null;
  /** What a person should know about this answer beyond its tests. */
  readonly notes: readonly Note[];
  /** Every test of the exercise, in the exercise's order. */
  readonly tests: readonly GradedTest[];
}

/** One row of the class. */
export interface GradedStudent {
  readonly student: string;
  /** From the roster. */
  readonly name?: string;
  readonly points: number;
  readonly max: number;
  /** Those of the submission and of all its exercises. */
  readonly flags: readonly Flag[];
  /** The entries of the folder of submissions that are this student's. */
  readonly entries: readonly string[];
  /** What a person should know about the submission as a whole. */
  readonly notes: readonly Note[];
  /** One for each graded exercise, in the same order for everyone. */
  readonly exercises: readonly GradedExercise[];
}

/** The whole class. Holds no time, date, absolute path or machine: the same submissions give the same report. */
export interface Report {
  readonly format: "leakloop-report";
  readonly version: 1;
  /** What stood between the answers and this machine. `process`: a killed-on-timeout process group, no sandbox. */
  readonly isolation: "process";
  readonly exercises: readonly Sheet[];
  /** In the roster's order, then by name. */
  readonly students: readonly GradedStudent[];
  /** Loose files that were nobody's answer, by name. */
  readonly others: readonly string[];
}
