/** journal.jsonl: one line for each finished answer, so that a grader that was killed goes on where it stopped. */

import { appendFileSync, readFileSync, truncateSync } from "node:fs";
import { BadInputError } from "../bad-input";
import { fileFault } from "../file-fault";
import type { Verdict } from "./verdict";

/** One line. */
export interface JournalLine {
  /** Of the answer's text and the exercise's tests: the same key always means the same verdict. */
  readonly key: string;
  readonly student: string;
  readonly exercise: string;
  readonly verdict: Verdict;
}

/** The journal of one output folder. */
export interface Journal {
  /** The verdict that was reached for `key`, by this grading or an earlier one. */
  find(key: string): Verdict | undefined;
  /**
   * Append a line unless the same student has it already. After this, the line survives the end of this process.
   *
   * @throws {BadInputError} When it cannot be written.
   */
  record(line: JournalLine): void;
}

/**
 * Open a journal, and make it when it does not exist yet. A last line that was cut off by the end of an earlier grader is
 * removed; any other line that does not make sense is passed over, so its answer is graded again.
 *
 * @throws {BadInputError} When it cannot be read or written.
 */
export function openJournal(path: string): Journal {
  const verdicts = new Map<string, Verdict>();
  const recorded = new Set<string>();
  for (const line of trying(path, () => readLines(path))) learn(line);
  return {
    find: (key) => verdicts.get(key),
    record: (line) => {
      if (recorded.has(identity(line))) return;
      trying(path, () => appendFileSync(path, `${JSON.stringify(line)}\n`));
      learn(line);
    },
  };

  function learn(line: JournalLine): void {
    if (!verdicts.has(line.key)) verdicts.set(line.key, line.verdict);
    recorded.add(identity(line));
  }
}

function identity(line: JournalLine): string {
  return JSON.stringify([line.student, line.exercise, line.key]);
}

function trying<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new BadInputError(
      `Cannot use ${path}: ${fileFault(error)}. Mend that and start again: answers that are in it are not run again.`,
    );
  }
}

function readLines(path: string): JournalLine[] {
  appendFileSync(path, "");
  const bytes = readFileSync(path);
  const wholeBytes = bytes.lastIndexOf("\n") + 1;
  if (wholeBytes < bytes.length) truncateSync(path, wholeBytes);
  return bytes.toString("utf8", 0, wholeBytes).split("\n").flatMap(parseLine);
}

function parseLine(text: string): JournalLine[] {
  try {
    const line = JSON.parse(text) as Partial<JournalLine> | null;
    const usable =
      typeof line?.key === "string" &&
      typeof line.student === "string" &&
      typeof line.exercise === "string" &&
      Array.isArray(line.verdict?.notes) &&
      Array.isArray(line.verdict.tests);
    return usable ? [line as JournalLine] : [];
  } catch {
    return [];
  }
}
