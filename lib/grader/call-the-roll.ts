/** Who gets a row: everyone in the roster, and everyone who handed something in. */

import type { Submission } from "./intake/group-by-student";
import type { RosterEntry } from "./roster";

/**
 * Put submissions into the order of their rows. Nothing is lost: without a roster they stay as they are; with
 * one come its students in its order, those who handed in nothing with an empty submission, then the students
 * it does not know, flagged.
 */
export function callTheRoll(
  submissions: readonly Submission[],
  roster: readonly RosterEntry[] | undefined,
): readonly Submission[] {
  if (roster === undefined) return submissions;
  const known = new Set(roster.map(({ student }) => student));
  const byStudent = new Map(submissions.map((submission) => [submission.student, submission]));
  const unknown = submissions.filter(({ student }) => !known.has(student)).map(flagUnknown);
  return [...roster.map((entry) => ({ ...nothing, ...byStudent.get(entry.student), ...entry })), ...unknown];
}

const nothing = { entries: [], files: [], notes: [] };

function flagUnknown(submission: Submission): Submission {
  const message = `"${submission.student}" is not in the roster.`;
  return { ...submission, notes: [...submission.notes, { flag: "unknown-student", message }] };
}
