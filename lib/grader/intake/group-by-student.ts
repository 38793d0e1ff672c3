/** From entries to submissions: whose each entry is, everything of one student together. */

import type { Note } from "../flag";
import type { Entry } from "./list-entries";
import { listFiles, type SubmittedFile } from "./list-files";
import { readLooseName } from "./loose-name";

/** Everything that one student handed in. */
export interface Submission {
  /** The student's name or id: Unicode normalisation form NFC, no white space around it. */
  readonly student: string;
  /** The full name, from a roster. */
  readonly name?: string;
  /** Names of the entries, as on the disk, in order. Empty for a student of the roster who handed in nothing. */
  readonly entries: readonly string[];
  readonly files: readonly SubmittedFile[];
  readonly notes: readonly Note[];
}

/** The form in which names of students are compared: a Mac writes `u` and two dots where others write `ü`. */
export function studentKey(name: string): string {
  return name.normalize("NFC").trim();
}

/**
 * Group entries by student. Two entries of one student make one submission that holds the files of both and,
 * unless they are loose files for different exercises, the flag `several-entries`.
 *
 * @param exerciseNames - The names of all exercises: a loose file's name may hold one.
 * @returns In order of first appearance.
 */
export function groupByStudent(entries: readonly Entry[], exerciseNames: readonly string[]): Submission[] {
  const groups = new Map<string, Submission[]>();
  for (const entry of entries) {
    const one = submissionOf(entry, exerciseNames);
    groups.set(one.student, [...(groups.get(one.student) ?? []), one]);
  }
  return [...groups.values()].map(merge);
}

function submissionOf(entry: Entry, exerciseNames: readonly string[]): Submission {
  const { name, path } = entry;
  if (entry.kind === "folder")
    return { student: studentKey(name) || name, entries: [name], ...listFiles(path, name) };
  const loose = readLooseName(name, exerciseNames);
  const student = studentKey(loose.student) || name;
  const notes = entry.note ? [entry.note] : [];
  if (entry.kind === "rejected") return { student, entries: [name], files: [], notes };
  const file: SubmittedFile = { path: name, absolutePath: path, loose: true };
  const files = [loose.exercise === undefined ? file : { ...file, namedExercise: loose.exercise }];
  return { student, entries: [name], files, notes };
}

function merge(parts: readonly Submission[]): Submission {
  const entries = parts.flatMap((part) => part.entries);
  const notes = parts.flatMap((part) => part.notes);
  if (overlap(parts)) {
    const list = entries.map((entry) => `"${entry}"`).join(", ");
    notes.push({ flag: "several-entries", message: `These entries belong to one student: ${list}.` });
  }
  return { student: parts[0]!.student, entries, files: parts.flatMap((part) => part.files), notes };
}

/** Could two of the parts answer the same exercise? Loose files that name different exercises cannot. */
function overlap(parts: readonly Submission[]): boolean {
  const named = parts.map((part) => part.files[0]?.namedExercise);
  return parts.length > 1 && (named.includes(undefined) || new Set(named).size < named.length);
}
