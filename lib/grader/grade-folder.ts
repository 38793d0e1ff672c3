/** Grading a folder of submissions: a row for every student, whatever the submissions do. */

import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { BadInputError } from "../bad-input";
import { type Exercise, listExercises, readExercise } from "../exercise/exercise";
import { fileFault } from "../file-fault";
import { callTheRoll } from "./call-the-roll";
import { gradeStudents } from "./grade-students";
import { groupByStudent } from "./intake/group-by-student";
import { isIgnoredName } from "./intake/ignored-name";
import { listEntries } from "./intake/list-entries";
import { openJournal } from "./journal";
import { type LoadedSheet, loadSheet } from "./load-sheet";
import type { Progress } from "./progress";
import type { Report } from "./report";
import { readRoster } from "./roster";
import { type RunAnswer, runInProcess } from "./run-answer";
import { writeReport } from "./write-report";

/** What to grade and where to write. */
export interface GradeFolderOptions {
  readonly submissionsDir: string;
  /**
   * Made when missing; else empty, or with what an earlier grading wrote. That is taken up: finished answers are not
   * run again.
   */
  readonly outDir: string;
  /** A CSV file with a column `student`: everyone in it gets a row, everyone else a flag. */
  readonly roster?: string | undefined;
  /** Names of exercises; all of the kit's when left out. */
  readonly exercises?: readonly string[] | undefined;
  /** How answers are run; in a process group of their own when left out. */
  readonly runAnswer?: RunAnswer | undefined;
  /** Called for each answer as it is finished. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Grade every submission in a folder and write the report. The same submissions give the same files, whether
 * graded in one go or by graders that were killed on the way.
 *
 * @returns The report, as written to report.json.
 * @throws {BadInputError} When the folder, the roster or an exercise cannot be used, or `outDir` cannot be written.
 */
export async function gradeFolder(options: GradeFolderOptions): Promise<Report> {
  const { submissionsDir, outDir } = options;
  const known = listExercises();
  const graded = options.exercises?.map((name) => readExercise(name)) ?? known;
  const roster = options.roster === undefined ? undefined : readRoster(options.roster);
  const { entries, others } = listEntries(submissionsDir, outDir);
  const submissions = groupByStudent(
    entries,
    known.map(({ name }) => name),
  );
  const journal = openJournal(makeOutDir(outDir));
  const sheets = await loadSheets(graded);
  const students = await gradeStudents({
    submissions: callTheRoll(submissions, roster),
    sheets,
    journal,
    runAnswer: options.runAnswer ?? runInProcess,
    onProgress: options.onProgress ?? (() => undefined),
  });
  const exercises = sheets.map(({ sheet }) => sheet);
  const report: Report = {
    format: "leakloop-report",
    version: 1,
    isolation: "process",
    exercises,
    students,
    others,
  };
  writeReport(outDir, report);
  return report;
}

/** Nothing of anybody else's is overwritten. Returns the path of the journal, which tells an earlier grading. */
function makeOutDir(outDir: string): string {
  const journal = join(outDir, "journal.jsonl");
  try {
    makeFolder(outDir);
    const isOthers = !existsSync(journal) && readdirSync(outDir).some((name) => !isIgnoredName(name));
    if (isOthers) throw new Error("it holds files that no grading wrote");
    makeFolder(join(outDir, "students"));
  } catch (error) {
    throw new BadInputError(
      `Cannot write to ${outDir}: ${fileFault(error)}. Name another folder with --out DIR.`,
    );
  }
  return journal;
}

/** Node's recursive `mkdir` says ENOENT where the disk is read-only: so not that one first. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") mkdirSync(path, { recursive: true });
    else if (code !== "EEXIST") throw error;
  }
}

/** One after the other: listing the tests of an exercise keeps a core busy. */
async function loadSheets(exercises: readonly Exercise[]): Promise<LoadedSheet[]> {
  const sheets: LoadedSheet[] = [];
  for (const exercise of exercises) sheets.push(await loadSheet(exercise));
  return sheets;
}
