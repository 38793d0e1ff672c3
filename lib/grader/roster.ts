/** The roster: who is in the class, whether or not they handed anything in. */

import { BadInputError } from "../bad-input";
import { csvRows } from "./csv-rows";
import { studentKey } from "./intake/group-by-student";
import { readText } from "./intake/read-text";

/** One line of the roster. */
export interface RosterEntry {
  /** What a submission is named by, in the form of {@link studentKey}. */
  readonly student: string;
  /** The full name, where the roster has a column for it. */
  readonly name?: string;
}

const maxRosterBytes = 10_000_000;

/**
 * Read a roster: CSV with a header row, a column `student` and perhaps a column `name`; other columns are
 * ignored.
 *
 * @returns In the order of the file.
 * @throws {BadInputError} When the file cannot be read, has no column `student`, names nobody or names somebody twice.
 */
export function readRoster(path: string): RosterEntry[] {
  const file = readText(path, maxRosterBytes);
  if (!file.ok) throw new BadInputError(`The roster ${path} ${file.why}.`);
  const [header = [], ...rows] = rowsOf(path, file.text);
  const studentColumn = columnOf(header, "student");
  if (studentColumn === -1) {
    const found = header.map((cell) => `"${cell.trim()}"`).join(", ") || "no column";
    throw new BadInputError(`The roster ${path} needs a column "student"; its first row has ${found}.`);
  }
  const nameColumn = columnOf(header, "name");
  const roster = rows.flatMap((row) => entryOf(row[studentColumn], row[nameColumn]));
  if (roster.length === 0) throw new BadInputError(`The roster ${path} names no student below its header.`);
  refuseDuplicates(path, roster);
  return roster;
}

function rowsOf(path: string, text: string): string[][] {
  try {
    return csvRows(text);
  } catch (error) {
    throw new BadInputError(`The roster ${path} is not valid CSV. ${(error as Error).message}`);
  }
}

function columnOf(header: readonly string[], title: string): number {
  return header.findIndex((cell) => cell.trim().toLowerCase() === title);
}

function entryOf(student = "", name = ""): RosterEntry[] {
  const key = studentKey(student);
  if (key === "") return [];
  return [name.trim() === "" ? { student: key } : { student: key, name: name.trim().normalize("NFC") }];
}

function refuseDuplicates(path: string, roster: readonly RosterEntry[]): void {
  const seen = new Set<string>();
  for (const { student } of roster) {
    if (seen.has(student))
      throw new BadInputError(`The roster ${path} names "${student}" twice. Remove one of the two rows.`);
    seen.add(student);
  }
}
