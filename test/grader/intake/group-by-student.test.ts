import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { groupByStudent, type Submission } from "../../../lib/grader/intake/group-by-student";
import { listEntries } from "../../../lib/grader/intake/list-entries";
import { scratchFolder } from "../scratch-folder";

function submissionsIn(dir: string): Submission[] {
  return groupByStudent(listEntries(dir, "/nowhere").entries, ["01-ledger", "02-dealloc-cascade"]);
}

test("two entries of one student make one submission with the files of both, flagged", () => {
  const dir = scratchFolder({ "ana/01-ledger.ts": "1", "ana.ts": "2" });
  expect(submissionsIn(dir)).toMatchObject([
    {
      student: "ana",
      entries: ["ana", "ana.ts"],
      files: [{ path: "ana/01-ledger.ts" }, { path: "ana.ts" }],
      notes: [{ flag: "several-entries", message: 'These entries belong to one student: "ana", "ana.ts".' }],
    },
  ]);
});

test("a name written with combining marks is the same student as the composed name", () => {
  const dir = scratchFolder({});
  mkdirSync(join(dir, "J\u00f6rg"));
  mkdirSync(join(dir, "Jo\u0308rg"));
  // A file system that normalises names, as a Mac's does, has only the one folder.
  const names = listEntries(dir, "/nowhere").entries.length;
  expect(submissionsIn(dir)).toMatchObject([{ student: "J\u00f6rg", entries: { length: names } }]);
});

test("loose files of one student for different exercises belong together without a flag", () => {
  const dir = scratchFolder({ "ana.01-ledger.ts": "", "ana.02-dealloc-cascade.ts": "" });
  expect(submissionsIn(dir)).toMatchObject([{ student: "ana", notes: [] }]);
});

test("two loose files of one student for the same exercise are flagged", () => {
  const dir = scratchFolder({ "ana.01-ledger.ts": "", "ana_01-ledger.ts": "" });
  expect(submissionsIn(dir)).toMatchObject([{ student: "ana", notes: [{ flag: "several-entries" }] }]);
});

test("links inside a submission are flagged and lead nowhere", () => {
  const dir = scratchFolder({ "ana/a.ts": "" });
  symlinkSync("/etc/hostname", join(dir, "ana/01-ledger.ts"));
  symlinkSync("..", join(dir, "ana/up"));
  const [ana] = submissionsIn(dir);
  expect(ana?.files.map(({ path }) => path)).toEqual(["ana/a.ts"]);
  expect(ana?.notes.map(({ flag }) => flag)).toEqual(["symlink", "symlink"]);
});

test("a submission of more than 2000 files is read up to there and flagged", () => {
  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`ana/${index}.ts`, ""]));
  const [ana] = submissionsIn(scratchFolder(many));
  expect(ana?.files).toHaveLength(2000);
  expect(ana?.notes).toEqual([{ flag: "skipped", message: "Only the first 2000 files were looked at." }]);
});
