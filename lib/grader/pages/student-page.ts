/** students/<student>.html: what one student gets back. Hidden tests show by name and message, never by their code. */

import type { GradedExercise, GradedStudent, GradedTest } from "../report";
import { flagChips } from "./flag-table";
import { type Html, html } from "./html";
import { pageFrame } from "./page-frame";

/** The words for each status, with a sign that does not depend on colour. */
const verdicts: Readonly<Record<GradedTest["status"], string>> = {
  pass: "✓ passed",
  fail: "✕ failed",
  error: "✕ error",
  timeout: "✕ time limit",
  memory: "✕ memory limit",
  missing: "✕ no answer",
  rejected: "✕ not run",
};

/** The feedback for one student as an HTML page. */
export function studentPage(student: GradedStudent): string {
  const title = student.name ?? student.student;
  return pageFrame(
    `Feedback for ${title}`,
    html`<h1><bdi>${title}</bdi></h1>
<p class="sub"><b>${student.points} of ${student.max} points</b> ${flagChips(student.flags)}</p>
${student.notes.map((note) => reason(note.message))}
${student.exercises.map(exerciseSection)}`,
  );
}

function exerciseSection(exercise: GradedExercise): Html {
  // An answer that could not be loaded has one reason, which is in the notes: eight copies of it help nobody.
  const messages = new Set(exercise.tests.map((test) => test.message));
  const oneReason = exercise.notes.length > 0 && messages.size === 1;
  return html`<h2>${exercise.name}: ${exercise.points} of ${exercise.max} points</h2>
${exercise.answer === null ? undefined : html`<p class="note">Graded: <code>${exercise.answer}</code></p>`}
${exercise.notes.map((note) => reason(note.message))}
<ul class="tests">
${exercise.tests.map((test) => testItem(test, oneReason ? undefined : details(test)))}</ul>
${exercise.points < exercise.max ? tryAgain(exercise.name) : undefined}`;
}

/** A reason of several lines is a drawing: a line of code with a mark below. */
function reason(message: string): Html {
  return message.includes("\n") ? html`<pre>${message}</pre>` : html`<p>${message}</p>`;
}

function tryAgain(name: string): Html {
  return html`<p class="note">Try again on your own machine: <code>npm run check ${name}</code></p>
`;
}

function testItem(test: GradedTest, below: Html | undefined): Html {
  const passed = test.status === "pass";
  return html`<li class="${passed ? "passed" : "failed"}"><div class="line">
<span class="${passed ? "verdict ok" : "verdict bad"}">${verdicts[test.status]}</span><span class="what">${test.name}</span>
${test.suite === "hidden" ? html`<span class="tag">hidden test</span>` : undefined}<span class="right">${test.points} / ${test.max}</span></div>
${below}</li>
`;
}

function details(test: GradedTest): Html | undefined {
  if (test.message === "") return undefined;
  const where = test.line === undefined ? "" : ` (your line ${test.line})`;
  const values = test.suite === "public" ? comparison(test) : undefined;
  return html`<div class="details"><p>${test.message}${where}</p>${values}</div>`;
}

/** The call and the two values, for a test that its reader knows. */
function comparison({ call, expected, actual, difference }: GradedTest): Html | undefined {
  const differ = expected !== actual;
  const lines = [
    ["call", call],
    ["expected", differ ? expected : undefined],
    ["found", differ ? actual : undefined],
    ["differs", difference],
  ].filter(([, text]) => text !== undefined);
  if (lines.length === 0) return undefined;
  return html`<dl>${lines.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>`;
}
