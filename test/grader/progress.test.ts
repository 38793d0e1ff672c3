import { expect, test } from "vitest";
import { type Progress, progressWriter } from "../../lib/grader/progress";

function progressOf(student: string, done: number, reused: boolean): Progress {
  const exercise = { name: "01-ledger", points: 3, max: 4, flags: [], answer: null, notes: [], tests: [] };
  const finished = {
    student,
    points: 3,
    max: 4,
    flags: ["timeout" as const],
    entries: [],
    notes: [],
    exercises: [exercise],
  };
  return { student, exercise, finished, done, total: 3, reused };
}

function writtenBy(isTTY: boolean, progress: readonly Progress[]): string[] {
  const written: string[] = [];
  let nowMs = 0;
  const write = progressWriter({ isTTY, write: (text) => written.push(text) }, () => nowMs);
  for (const step of progress) {
    nowMs += 2_000;
    write(step);
  }
  return written;
}

test("a log has one line for each student, whatever is in the name", () => {
  expect(writtenBy(false, [progressOf("a\nb", 1, false)])).toEqual(["a\ufffdb: 3 of 4 points  [timeout]\n"]);
});

test("a terminal has one line with the time left, and is clean at the end", () => {
  const written = writtenBy(true, [
    progressOf("ana", 1, false),
    progressOf("bela", 2, false),
    progressOf("chen", 3, true),
  ]);
  expect(written).toEqual([
    "\r\x1b[2K1 of 3 graded, about 4 s left. ana: 3 of 4 points",
    "\r\x1b[2K2 of 3 graded, about 2 s left. bela: 3 of 4 points",
    "\r\x1b[2K3 of 3 graded. chen: 3 of 4 points",
    "\r\x1b[2K",
  ]);
});

test("answers that were graded before say nothing about the time left", () => {
  expect(writtenBy(true, [progressOf("ana", 1, true)])).toEqual([
    "\r\x1b[2K1 of 3 graded. ana: 3 of 4 points",
  ]);
});
