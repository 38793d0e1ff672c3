import { expect, test } from "vitest";
import { type Finding, findAnswer } from "../../../lib/grader/intake/find-answer";
import { groupByStudent } from "../../../lib/grader/intake/group-by-student";
import { listEntries } from "../../../lib/grader/intake/list-entries";
import { scratchFolder } from "../scratch-folder";

/** What is found for 01-ledger in the only submission of a folder with these files. */
function found(files: Readonly<Record<string, string | Uint8Array>>, only = true): Finding {
  const [submission] = groupByStudent(listEntries(scratchFolder(files), "/nowhere").entries, ["01-ledger"]);
  return findAnswer(submission!, "01-ledger", only);
}

function notebook(...cells: string[]): string {
  return JSON.stringify({
    cells: cells.map((source) => ({ cell_type: "code", source: source.split(/(?<=\n)/) })),
  });
}

test("01-ledger/exercise.ts goes before 01-ledger.ts, and that before a notebook cell, at any depth", () => {
  const cell = { "ana/a.ipynb": notebook("// @exercise 01-ledger\nexport const x = 1;") };
  const file = { "ana/b/01-ledger.ts": "file" };
  const folder = { "ana/b/c/d/01-ledger/exercise.ts": "folder" };
  expect(found(cell)).toMatchObject({ kind: "answer", path: "ana/a.ipynb", notes: [] });
  expect(found({ ...cell, ...file })).toMatchObject({ source: "file", notes: [{ flag: "several-answers" }] });
  expect(found({ ...cell, ...file, ...folder })).toMatchObject({ source: "folder" });
});

test("among equals the least deep file counts, then the first by name", () => {
  expect(found({ "ana/0/01-ledger.ts": "deep", "ana/01-ledger.ts": "top" })).toMatchObject({ source: "top" });
  expect(found({ "ana/old/01-ledger.ts": "old", "ana/new/01-ledger.ts": "new" })).toMatchObject({
    source: "new",
    notes: [
      {
        message:
          '01-ledger is answered in "ana/new/01-ledger.ts", which was graded, and in "ana/old/01-ledger.ts".',
      },
    ],
  });
});

test("in a notebook the last cell that begins with the exercise's name is the answer", () => {
  const text = notebook(
    "// @exercise 01-ledger\nexport const x = 1;",
    "// @exercise 01-ledger\nexport const x = 2;",
    "x",
  );
  expect(found({ "ana.ipynb": text })).toMatchObject({
    source: "// @exercise 01-ledger\nexport const x = 2;",
  });
});

test("a loose file named by its student answers the only exercise that is graded", () => {
  expect(found({ "ana.ts": "answer" })).toMatchObject({ kind: "answer", source: "answer" });
  expect(found({ "ana.ts": "answer" }, false)).toMatchObject({ kind: "missing" });
});

test("a loose file may say in its first line or in its name which exercise it answers", () => {
  expect(found({ "ana.ts": "// @exercise 01-ledger\n" }, false)).toMatchObject({ kind: "answer" });
  expect(found({ "ana.ts": "// @exercise 02-other\n" })).toMatchObject({ kind: "missing" });
  expect(found({ "ana_01-ledger.ts": "answer" }, false)).toMatchObject({ kind: "answer", source: "answer" });
});

test("without an answer, what was expected and found is said", () => {
  expect(found({ "ana/ledger.ts": "" })).toMatchObject({
    kind: "missing",
    note: {
      flag: "missing",
      message:
        'No answer to 01-ledger. Expected 01-ledger/exercise.ts, 01-ledger.ts or a notebook cell; found "ana/ledger.ts".',
    },
  });
});

test.each([
  ["is not UTF-8", Uint8Array.of(0xff, 0xfe, 0x61, 0x00), "is not UTF-8 text; save it as UTF-8"],
  [
    "is larger than 1 MB",
    "x".repeat(1_000_001),
    "has 1000001 bytes, more than the 1000000 that are accepted",
  ],
])("an answer that %s is rejected, and why is said", (_, content, why) => {
  expect(found({ "ana/01-ledger.ts": content })).toMatchObject({
    kind: "rejected",
    note: { flag: "rejected", message: `"ana/01-ledger.ts" ${why}.` },
  });
});

test("a notebook that is not JSON is rejected, unless the answer is somewhere else", () => {
  const broken = { "ana/a.ipynb": "<!doctype html>" };
  expect(found(broken)).toMatchObject({ kind: "rejected", path: "ana/a.ipynb" });
  expect(
    found({ ...broken, "ana/b.ipynb": notebook("// @exercise 01-ledger\nexport const x = 1;") }),
  ).toMatchObject({
    kind: "answer",
    path: "ana/b.ipynb",
    notes: [{ flag: "rejected" }],
  });
});

test("a byte order mark at the start of a file is not part of the answer", () => {
  expect(found({ "ana/01-ledger.ts": "\ufeffanswer" })).toMatchObject({ source: "answer" });
});
