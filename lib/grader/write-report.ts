/** Everything that a grading leaves in its output folder, beside the journal. */

import { join } from "node:path";
import { gradesCsv } from "./grades-csv";
import { classPage } from "./pages/class-page";
import { pageNames } from "./pages/page-names";
import { studentPage } from "./pages/student-page";
import type { Report } from "./report";
import { writeAtomically } from "./write-atomically";

/**
 * Write grades.csv, report.json, index.html and a page for each student into `outDir`. Each file is replaced
 * as a whole.
 */
export function writeReport(outDir: string, report: Report): void {
  const fileNames = pageNames(report.students.map(({ student }) => student));
  for (const student of report.students) {
    const fileName = fileNames.get(student.student) as string;
    writeAtomically(join(outDir, "students", fileName), studentPage(student));
  }
  writeAtomically(join(outDir, "index.html"), classPage(report, fileNames));
  writeAtomically(join(outDir, "report.json"), `${JSON.stringify(report, null, 2)}\n`);
  writeAtomically(join(outDir, "grades.csv"), gradesCsv(report));
}
