/** Everything that a grading leaves in its output folder, beside the journal. */

import { join } from "node:path";
import { BadInputError } from "../bad-input";
import { fileFault } from "../file-fault";
import { writeAtomically } from "../write-atomically";
import { gradesCsv } from "./grades-csv";
import { classPage } from "./pages/class-page";
import { pageNames } from "./pages/page-names";
import { studentPage } from "./pages/student-page";
import type { Report } from "./report";

/**
 * Write grades.csv, report.json, index.html and a page for each student into `outDir`. Each file is replaced
 * as a whole.
 *
 * @throws {BadInputError} When one cannot be written.
 */
export function writeReport(outDir: string, report: Report): void {
  const fileNames = pageNames(report.students.map(({ student }) => student));
  for (const student of report.students) {
    const fileName = fileNames.get(student.student) as string;
    write(join(outDir, "students", fileName), studentPage(student));
  }
  write(join(outDir, "index.html"), classPage(report, fileNames));
  write(join(outDir, "report.json"), `${JSON.stringify(report, null, 2)}\n`);
  write(join(outDir, "grades.csv"), gradesCsv(report));
}

function write(path: string, text: string): void {
  try {
    writeAtomically(path, text);
  } catch (error) {
    throw new BadInputError(
      `Cannot write ${path}: ${fileFault(error)}. Mend that and start again: what is graded stays graded.`,
    );
  }
}
