/** The flags of a class: as small labels, and in a table that says what each means and whom it concerns. */

import { type Flag, flagMeanings } from "../flag";
import type { Report } from "../report";
import { type Html, html } from "./html";

/** Flags as small labels. Hovering tells the meaning, as does {@link flagTable}. */
export function flagChips(flags: readonly Flag[]): Html {
  return html`${flags.map((flag) => html`<span class="flag" title="${flagMeanings[flag]}">${flag}</span>`)}`;
}

/** Every flag that occurs, with its meaning and its students; nothing when there is none. */
export function flagTable(report: Report): Html | undefined {
  const present = (Object.keys(flagMeanings) as Flag[]).filter((flag) =>
    report.students.some((student) => student.flags.includes(flag)),
  );
  if (present.length === 0) return undefined;
  return html`<h2>To look at</h2>
<div class="scroll"><table>
<thead><tr><th scope="col">flag</th><th scope="col">meaning</th><th scope="col">students</th></tr></thead>
<tbody>
${present.map((flag) => flagRow(flag, report))}</tbody></table></div>`;
}

function flagRow(flag: Flag, report: Report): Html {
  const flagged = report.students.filter((student) => student.flags.includes(flag));
  const names = flagged.map(({ student }, index) => html`${index === 0 ? "" : ", "}<bdi>${student}</bdi>`);
  return html`<tr><td class="tight">${flagChips([flag])}</td><td>${flagMeanings[flag]}</td><td class="name">${names}</td></tr>
`;
}
