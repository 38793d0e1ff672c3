import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type JournalLine, openJournal } from "../../lib/grader/journal";
import { scratchFolder } from "./scratch-folder";

function lineOf(key: string, student: string): JournalLine {
  return {
    key,
    student,
    exercise: "01-ledger",
    verdict: { notes: [], tests: [{ status: "pass", message: key }] },
  };
}

test("a verdict is found again by its key, in this process and in the next", () => {
  const path = join(scratchFolder({}), "journal.jsonl");
  const line = lineOf("k1", "ana");
  const journal = openJournal(path);
  journal.record(line);
  expect(journal.find("k1")).toEqual(line.verdict);
  expect(openJournal(path).find("k1")).toEqual(line.verdict);
  expect(openJournal(path).find("k2")).toBeUndefined();
});

test("the same student's line is written once, another student's with the same answer as well", () => {
  const path = join(scratchFolder({}), "journal.jsonl");
  const journal = openJournal(path);
  for (const student of ["ana", "ana", "bela"]) journal.record(lineOf("k1", student));
  openJournal(path).record(lineOf("k1", "bela"));
  expect(readFileSync(path, "utf8").trim().split("\n")).toHaveLength(2);
});

test("a last line that was cut off is forgotten, and the next line is whole", () => {
  const path = join(scratchFolder({}), "journal.jsonl");
  openJournal(path).record(lineOf("k1", "ana"));
  appendFileSync(path, JSON.stringify(lineOf("k2", "bela")).slice(0, 40));
  const journal = openJournal(path);
  expect(journal.find("k2")).toBeUndefined();
  journal.record(lineOf("k3", "chen"));
  expect(openJournal(path).find("k1")).toBeDefined();
  expect(openJournal(path).find("k3")).toBeDefined();
});

test("a journal of something else is not believed", () => {
  const path = join(scratchFolder({}), "journal.jsonl");
  writeFileSync(path, 'null\n[]\n{"key":"k1"}\n{"key":"k1","verdict":{"tests":5}}\nnot json\n');
  expect(openJournal(path).find("k1")).toBeUndefined();
});
