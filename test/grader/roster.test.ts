import { join } from "node:path";
import { expect, test } from "vitest";
import { callTheRoll } from "../../lib/grader/call-the-roll";
import { readRoster } from "../../lib/grader/roster";
import { scratchFolder } from "./scratch-folder";

function rosterOf(content: string | Uint8Array): string {
  return join(scratchFolder({ "roster.csv": content }), "roster.csv");
}

test("the columns student and name are found by their titles, whatever else there is", () => {
  expect(readRoster(rosterOf("email,Name,Student\na@x,Ana Lee,ana\nb@x,,bela\n"))).toEqual([
    { student: "ana", name: "Ana Lee" },
    { student: "bela" },
  ]);
});

test.each([
  ["id,name\n1,Ana\n", 'needs a column "student"; its first row has "id", "name".'],
  ["", 'needs a column "student"; its first row has no column.'],
  ["student\n", "names no student below its header."],
  ["student\nana\nana\n", 'names "ana" twice. Remove one of the two rows.'],
  ['student\n"ana\n', "is not valid CSV. The quotes in row 2 do not pair up."],
  [Uint8Array.of(0xff, 0x00), "is not UTF-8 text; save it as UTF-8."],
])("the roster %j is refused in one sentence", (content, sentence) => {
  expect(() => readRoster(rosterOf(content))).toThrow(sentence);
});

test("a roster that is not there is refused in one sentence", () => {
  expect(() => readRoster("/no/roster.csv")).toThrow(
    "The roster /no/roster.csv cannot be opened: there is no such file or folder.",
  );
});

test("everyone in the roster and everyone who handed in has exactly one row", () => {
  const bela = { student: "bela", entries: ["bela"], files: [], notes: [] };
  const zoe = { student: "zoe", entries: ["zoe"], files: [], notes: [] };
  expect(callTheRoll([bela, zoe], [{ student: "zoe", name: "Zoe Z." }, { student: "ana" }])).toEqual([
    { ...zoe, name: "Zoe Z." },
    { student: "ana", entries: [], files: [], notes: [] },
    { ...bela, notes: [{ flag: "unknown-student", message: '"bela" is not in the roster.' }] },
  ]);
});
