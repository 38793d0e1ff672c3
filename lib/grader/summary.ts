/** The three lines that end a grading on the command line. */

import type { Report } from "./report";

/**
 * Sum a report up: how many of what, how they did, what to look at.
 *
 * @example
 * summaryLines(report)[0]; // "16 students, 1 exercise, 10 points to reach"
 */
export function summaryLines(report: Report): readonly [string, string, string] {
  const { students, exercises } = report;
  const max = students[0]?.max ?? 0;
  const mean = students.reduce((sum, { points }) => sum + points, 0) / Math.max(1, students.length);
  const full = students.filter(({ points }) => points === max).length;
  const flagged = students.filter(({ flags }) => flags.length > 0).length;
  return [
    `${counted(students.length, "student")}, ${counted(exercises.length, "exercise")}, ${counted(max, "point")} to reach`,
    `mean ${mean.toFixed(1)} points, ${full} with all points`,
    `${flagged} flagged to look at`,
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
