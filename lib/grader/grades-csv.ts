/** grades.csv: one row for each student. */

import { stringify } from "csv-stringify/sync";
import type { Report } from "./report";

/**
 * The report as comma-separated values with the header `student,points,max,<exercise name>...,flags`; flags
 * are separated by spaces.
 *
 * A cell of text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a
 * carriage return) gets an apostrophe in front.
 */
export function gradesCsv(report: Report): string {
  const header = ["student", "points", "max", ...report.exercises.map((sheet) => sheet.name), "flags"];
  const rows = report.students.map((student) => [
    student.student,
    student.points,
    student.max,
    ...student.exercises.map((exercise) => exercise.points),
    student.flags.join(" "),
  ]);
  return stringify([header, ...rows], { escape_formulas: true });
}
