/** Every answer of the class: found, looked up in the journal or run, recorded. */

import { availableParallelism } from "node:os";
import { digest } from "./digest";
import { sortFlags } from "./flag";
import { inParallel } from "./in-parallel";
import { type Finding, findAnswer } from "./intake/find-answer";
import type { Submission } from "./intake/group-by-student";
import type { Journal } from "./journal";
import { isStarter, type LoadedSheet } from "./load-sheet";
import { sumPoints } from "./points";
import type { GradedExercise } from "./report";
import type { RunAnswer } from "./run-answer";
import { uniformVerdict, type Verdict, verdictOf } from "./verdict";

/** One answer that has its grade. */
export interface GradedAnswer {
  readonly submission: Submission;
  readonly graded: GradedExercise;
  /** Was the verdict known already? */
  readonly reused: boolean;
}

/** What grading answers needs. */
export interface AnswerGrading {
  readonly submissions: readonly Submission[];
  readonly sheets: readonly LoadedSheet[];
  readonly journal: Journal;
  readonly runAnswer: RunAnswer;
  /** Called for each answer once its line is in the journal, in the order in which they finish. */
  onGraded(answer: GradedAnswer): void;
}

/** Part of every key: to be raised when the same answer and tests may get another verdict from a newer grader. */
const graderVersion = "1";

/** Grade each submission's answer to each sheet, as many at once as there are cores. Equal answers are run once. */
export async function gradeAnswers(grading: AnswerGrading): Promise<void> {
  const { submissions, sheets, journal } = grading;
  const jobs = submissions.flatMap((submission) => sheets.map((loaded) => ({ submission, loaded })));
  const running = new Map<string, Promise<Verdict>>();
  await inParallel(jobs, availableParallelism(), async ({ submission, loaded }) => {
    const finding = findAnswer(submission, loaded.sheet.name, sheets.length === 1);
    const key = keyOf(finding, loaded);
    const known = journal.find(key) ?? running.get(key);
    const verdict = known ?? reach(finding, loaded, grading.runAnswer);
    running.set(key, Promise.resolve(verdict));
    const reached = await verdict;
    journal.record({ key, student: submission.student, exercise: loaded.sheet.name, verdict: reached });
    grading.onGraded({
      submission,
      graded: gradedExercise(finding, reached, loaded),
      reused: known !== undefined,
    });
  });
}

function keyOf(finding: Finding, loaded: LoadedSheet): string {
  const answer = finding.kind === "answer" ? finding.source : finding.note.message;
  return digest([graderVersion, loaded.testsDigest, finding.kind, answer]);
}

async function reach(
  finding: Finding,
  { exercise, sheet }: LoadedSheet,
  runAnswer: RunAnswer,
): Promise<Verdict> {
  if (finding.kind !== "answer") return uniformVerdict(finding.kind, finding.note, sheet);
  return verdictOf(await runAnswer({ exercise, source: finding.source }), sheet);
}

/** Points come from the sheet alone; the verdict only tells which tests passed. */
function gradedExercise(finding: Finding, verdict: Verdict, loaded: LoadedSheet): GradedExercise {
  const { sheet } = loaded;
  const tests = sheet.tests.map((test, index) => {
    const outcome = verdict.tests[index] ?? { status: "missing", message: "" };
    const { name, suite, points: max } = test;
    return { name, suite, points: outcome.status === "pass" ? max : 0, max, ...outcome };
  });
  const notes = [...finding.notes, ...verdict.notes];
  if (finding.kind === "answer" && isStarter(finding.source, loaded))
    notes.push({ flag: "not-attempted", message: "The answer is the starter, unchanged." });
  return {
    name: sheet.name,
    points: sumPoints(tests.map(({ points }) => points)),
    max: sheet.max,
    flags: sortFlags(notes.map((note) => note.flag)),
    answer: finding.path,
    notes,
    tests,
  };
}
