/** What a grading run says while it works, for a terminal and for a log. */

import type { GradedExercise, GradedStudent } from "./report";

/** Said each time an answer is finished. */
export interface Progress {
  readonly student: string;
  readonly exercise: GradedExercise;
  /** The student's whole row, with the last of its exercises. */
  readonly finished?: GradedStudent;
  /** Answers finished so far and in all. */
  readonly done: number;
  readonly total: number;
  /** Was the verdict in the journal already? Then it took no time. */
  readonly reused: boolean;
}

/** Where progress goes: standard error, or anything that takes text. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * Make the listener that writes progress: on a terminal one line that is overwritten, with the time left;
 * else a line for each student.
 *
 * @param nowMs - The clock, in milliseconds.
 */
export function progressWriter(output: ProgressOutput, nowMs: () => number): (progress: Progress) => void {
  const startedMs = nowMs();
  let ran = 0;
  return (progress) => {
    if (!progress.reused) ran += 1;
    if (output.isTTY !== true) {
      if (progress.finished) output.write(`${studentLine(progress.finished)}\n`);
      return;
    }
    const left = timeLeft(nowMs() - startedMs, ran, progress.total - progress.done);
    const line = `${progress.done} of ${progress.total} graded${left}. ${progress.student}: ${pointsOf(progress.exercise)}`;
    // Cleared first: the line before may have been longer.
    output.write(`\r\x1b[2K${onOneLine(line).slice(0, (output.columns || 80) - 1)}`);
    if (progress.done === progress.total) output.write("\r\x1b[2K");
  };
}

function studentLine(student: GradedStudent): string {
  const flags = student.flags.length === 0 ? "" : `  [${student.flags.join(" ")}]`;
  return onOneLine(`${student.student}: ${pointsOf(student)}${flags}`);
}

function pointsOf(graded: { readonly points: number; readonly max: number }): string {
  return `${graded.points} of ${graded.max} points`;
}

/** A student's name is a stranger's text: nothing in it may move the cursor or start a line. */
function onOneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, "\ufffd");
}

/**
 * The time that the answers still to come will take if they run as fast as those that were run; those reused
 * do not count.
 */
function timeLeft(elapsedMs: number, ran: number, toCome: number): string {
  if (ran === 0 || toCome === 0) return "";
  const seconds = Math.ceil((elapsedMs / ran / 1000) * toCome);
  return seconds < 60 ? `, about ${seconds} s left` : `, about ${Math.ceil(seconds / 60)} min left`;
}
