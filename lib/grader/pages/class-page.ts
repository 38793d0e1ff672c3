/** index.html: the class at a glance, a row for every student, what to teach again and what to look at. */

import { sumPoints } from "../points";
import type { Report, Sheet } from "../report";
import { flagTable } from "./flag-table";
import { type Html, html } from "./html";
import { pageFrame } from "./page-frame";
import { pointsHistogram } from "./points-histogram";
import { studentsTable } from "./students-table";
import { teachAgain } from "./teach-again";
import { testShares } from "./test-shares";

/**
 * The class as one HTML page.
 *
 * @param fileNames - From student to the file in `students/` that is the student's page.
 */
export function classPage(report: Report, fileNames: ReadonlyMap<string, string>): string {
  const names = report.exercises.map((sheet) => sheet.name).join(", ");
  return pageFrame(
    `Grades: ${names}`,
    html`<h1>Grades</h1>
<p class="sub">${subject(report.exercises)}</p>
${numbers(report)}
${distribution(report)}
${studentsTable(report, fileNames)}
${teachAgain(testShares(report))}
${flagTable(report)}
${others(report)}
<footer>The maximum comes from the exercise, never from a run. Isolation: each answer ran in a process group of its own that is killed at a
time limit, without a sandbox. The same as data: <a href="grades.csv">grades.csv</a>, <a href="report.json">report.json</a>.</footer>`,
  );
}

function subject(exercises: readonly Sheet[]): string {
  if (exercises.length > 3) return `${exercises.length} exercises`;
  return exercises.map(({ name, title }) => `${name}: ${title}`).join(", ");
}

function numbers({ students, exercises }: Report): Html {
  const points = students.map((student) => student.points).sort((a, b) => a - b);
  const middle = [points[(points.length - 1) >> 1] ?? 0, points[points.length >> 1] ?? 0];
  const max = sumPoints(exercises.map((sheet) => sheet.max));
  return html`<ul class="numbers">
${figure(students.length, students.length === 1 ? "student" : "students")}
${figure(mean(points).toFixed(1), `mean of ${max} points`)}
${figure(mean(middle).toFixed(1), "median")}
${figure(points.filter((value) => value === max).length, "with all points")}
${figure(students.filter(({ flags }) => flags.length > 0).length, "flagged, to look at")}
</ul>`;
}

function figure(value: number | string, label: string): Html {
  return html`<li><b>${value}</b><small>${label}</small></li>`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function distribution({ students }: Report): Html {
  const shares = students.map(({ points, max }) => (max === 0 ? 0 : points / max));
  const half = shares.filter((share) => share >= 0.5).length;
  return html`<h2>${half} of ${shares.length} reached half of the points or more</h2>
<figure><figcaption>Number of students by the share of the points that they reached, in steps of 10 %.</figcaption>
${pointsHistogram(shares)}</figure>`;
}

function others(report: Report): Html | undefined {
  if (report.others.length === 0) return undefined;
  return html`<p class="note">Not graded, as no answer can be in it: ${report.others.join(", ")}.</p>`;
}
