/**
 * One row for every student: points, and either each test's verdict or, where those are too many, each
 * exercise's points.
 */

import type { GradedExercise, GradedStudent, GradedTest, Report } from "../report";
import { flagChips } from "./flag-table";
import { type Html, html } from "./html";

/** More tests than this do not fit beside one another. */
const maxMarks = 24;

/**
 * The table of students.
 *
 * @param fileNames - From student to the file in `students/` that is the student's page.
 */
export function studentsTable(report: Report, fileNames: ReadonlyMap<string, string>): Html {
  const tests = report.exercises.reduce((sum, sheet) => sum + sheet.tests.length, 0);
  const cellOf = tests <= maxMarks ? marksCell : pointsCell;
  const heads = report.exercises.map((sheet) => html`<th scope="col">${sheet.name}</th>`);
  const rows = report.students.map((student) => {
    const href = `students/${encodeURIComponent(fileNames.get(student.student) ?? "")}`;
    return html`<tr><td class="name"><a href="${href}"><bdi>${student.name ?? student.student}</bdi></a>${idOf(student)}</td>
<td class="right"><b>${student.points}</b> / ${student.max}</td>${student.exercises.map(cellOf)}<td>${flagChips(student.flags)}</td></tr>
`;
  });
  return html`<h2>Students</h2>
<div class="scroll"><table>
<thead><tr><th scope="col">student</th><th class="right" scope="col">points</th>${heads}<th scope="col">flags</th></tr></thead>
<tbody>
${rows}</tbody></table></div>`;
}

/** What the submission is named by, where the roster gives a name to show instead. */
function idOf(student: GradedStudent): Html | undefined {
  return student.name === undefined
    ? undefined
    : html` <span class="note"><bdi>${student.student}</bdi></span>`;
}

function marksCell({ tests }: GradedExercise): Html {
  const passed = tests.filter((test) => test.status === "pass").length;
  return html`<td class="tight"><span class="marks" role="img" aria-label="${passed} of ${tests.length} tests passed">${tests.map(mark)}</span></td>`;
}

function mark({ status, name }: GradedTest): Html {
  const title = `${status}: ${name}`;
  if (status === "pass") return html`<i class="mark" title="${title}">✓</i>`;
  if (status === "missing" || status === "rejected")
    return html`<i class="mark unrun" title="${title}">–</i>`;
  return html`<i class="mark failed" title="${title}">✕</i>`;
}

function pointsCell({ points, max }: GradedExercise): Html {
  return html`<td class="tight">${points} / ${max}</td>`;
}
