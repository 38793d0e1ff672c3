/** From graded answers to rows: each student's exercises together, in the class's order. */

import { sortFlags } from "./flag";
import { type AnswerGrading, gradeAnswers } from "./grade-answers";
import type { Submission } from "./intake/group-by-student";
import { sumPoints } from "./points";
import type { Progress } from "./progress";
import type { GradedExercise, GradedStudent } from "./report";

/** What grading students needs: all that grading answers needs, and whom to tell. */
export interface StudentGrading extends Omit<AnswerGrading, "onGraded"> {
  readonly onProgress: (progress: Progress) => void;
}

/** Grade every submission. Returns one row for each, in the order of the submissions. */
export async function gradeStudents(grading: StudentGrading): Promise<GradedStudent[]> {
  const { submissions, sheets, onProgress } = grading;
  const rows = new Map(submissions.map((submission) => [submission, new Map<string, GradedExercise>()]));
  const total = submissions.length * sheets.length;
  let done = 0;
  await gradeAnswers({
    ...grading,
    onGraded: ({ submission, graded, reused }) => {
      rows.get(submission)?.set(graded.name, graded);
      done += 1;
      const progress = { student: submission.student, exercise: graded, done, total, reused };
      const isLast = rows.get(submission)?.size === sheets.length;
      onProgress(isLast ? { ...progress, finished: rowOf(submission) } : progress);
    },
  });
  return submissions.map(rowOf);

  function rowOf(submission: Submission): GradedStudent {
    const exercises = rows.get(submission);
    return studentRow(
      submission,
      sheets.flatMap(({ sheet }) => exercises?.get(sheet.name) ?? []),
    );
  }
}

function studentRow(submission: Submission, exercises: readonly GradedExercise[]): GradedStudent {
  const { student, name, entries, notes } = submission;
  const flags = [...notes.map(({ flag }) => flag), ...exercises.flatMap((exercise) => exercise.flags)];
  return {
    student,
    ...(name !== undefined && { name }),
    points: sumPoints(exercises.map(({ points }) => points)),
    max: sumPoints(exercises.map(({ max }) => max)),
    flags: sortFlags(flags),
    entries,
    notes,
    exercises,
  };
}
