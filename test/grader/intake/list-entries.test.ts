import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listEntries } from "../../../lib/grader/intake/list-entries";
import { scratchFolder } from "../scratch-folder";

const nowhere = "/nowhere/graded";

test("every sub-folder and every loose .ts or .ipynb file is a submission, in the order of a class list", () => {
  const dir = scratchFolder({ "bela.ts": "", "Ana/": "", "chen.ipynb": "", "zoë/": "" });
  const { entries } = listEntries(dir, nowhere);
  expect(entries.map(({ name, kind }) => [name, kind])).toEqual([
    ["Ana", "folder"],
    ["bela.ts", "file"],
    ["chen.ipynb", "file"],
    ["zoë", "folder"],
  ]);
});

test("what operating systems and editors leave behind is no submission", () => {
  const litter = {
    "__MACOSX/ana/x.ts": "",
    ".DS_Store": "",
    "desktop.ini": "",
    "Thumbs.db": "",
    ".ipynb_checkpoints/": "",
  };
  const dir = scratchFolder({ ...litter, "ana/": "" });
  expect(listEntries(dir, nowhere)).toMatchObject({ entries: [{ name: "ana" }], others: [] });
});

test("an archive or a .js file is rejected by name, not passed over", () => {
  const dir = scratchFolder({ "ana.zip": "", "bela.js": "", "roster.csv": "" });
  const { entries, others } = listEntries(dir, nowhere);
  expect(entries.map(({ kind, note }) => [kind, note?.message])).toEqual([
    ["rejected", '"ana.zip" is a .zip file; expected a folder, a .ts file or a notebook.'],
    ["rejected", '"bela.js" is a .js file; expected a folder, a .ts file or a notebook.'],
  ]);
  expect(others).toEqual(["roster.csv"]);
});

test("a symbolic link is a submission that is rejected, never followed", () => {
  const dir = scratchFolder({ "ana/": "" });
  symlinkSync("/etc", join(dir, "bela"));
  expect(listEntries(dir, nowhere).entries[1]).toMatchObject({
    name: "bela",
    kind: "rejected",
    note: { flag: "symlink" },
  });
});

test("the folder that grading writes to is no submission when it lies inside", () => {
  const dir = scratchFolder({ "ana/": "", "graded/": "" });
  expect(listEntries(dir, join(dir, "graded")).entries.map(({ name }) => name)).toEqual(["ana"]);
});

test("a folder that is missing, is a file or holds no submission is named in one sentence", () => {
  const dir = scratchFolder({ "empty/": "", "file.txt": "" });
  expect(() => listEntries(join(dir, "no"), nowhere)).toThrow(/^There is no folder .*no\. Give the folder/);
  expect(() => listEntries(join(dir, "file.txt"), nowhere)).toThrow(/file\.txt is a file\. Give the folder/);
  expect(() => listEntries(join(dir, "empty"), nowhere)).toThrow(
    /empty holds no submission\. Expected one sub-folder/,
  );
});
