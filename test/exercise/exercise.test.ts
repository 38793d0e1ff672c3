/** Finding and reading exercise folders. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listExercises, readExercise } from "../../lib/dist/exercise/exercise";
import { splitFrontMatter } from "../../lib/exercise/front-matter";
import { ledger } from "./answers";

test("an exercise is what its folder says", () => {
  expect(readExercise("01-ledger")).toMatchObject({
    title: "A ledger of references",
    points: 4,
    minutes: 15,
  });
  expect(ledger.hints).toHaveLength(3);
  expect(ledger.mistakeFiles).toHaveLength(5);
});

test.each(["01-ledgr", "ledger", "01-Ledger", "1-ledger"])(
  "%s is not an exercise, and the nearest is named",
  (name) => {
    expect(() => readExercise(name)).toThrow(`There is no exercise "${name}". Did you mean "01-ledger"?`);
  },
);

test("a name near to none is answered with the list", () => {
  expect(() => readExercise("zzzzzzzzzzzz")).toThrow(/There are: 01-ledger/);
});

test("a folder is added and is an exercise: nothing is registered", () => {
  const dir = mkdtempSync(join(tmpdir(), "leakloop-exercise-"));
  cpSync(ledger.dir, join(dir, "02-second"), { recursive: true });
  cpSync(ledger.dir, join(dir, "01-first"), { recursive: true });
  writeFileSync(join(dir, "README.md"), "");
  expect(listExercises(dir).map(({ name }) => name)).toEqual(["01-first", "02-second"]);
  mkdirSync(join(dir, "03-empty"));
  expect(() => listExercises(dir)).toThrow("The exercise 03-empty has no README.md");
  rmSync(dir, { recursive: true });
});

test.each([
  ["no front matter", "# Task", "has no front matter"],
  ["an entry too few", "---\ntitle: A\n---\n", '"points" must be a number above 0; it is missing.'],
  [
    "points in words",
    "---\ntitle: A\npoints: four\n---\n",
    '"points" must be a number above 0; it is "four".',
  ],
  ["not YAML", "---\ntitle: [\n---\n", "is not YAML"],
  [
    "two hints",
    "---\ntitle: A\npoints: 1\nminutes: 1\nnotebook: n\nconcepts: [c]\nhints: [a, b]\n---\n",
    '"hints" must be a list of exactly three texts',
  ],
])("front matter with %s is an author's error", (_, text, message) => {
  expect(() => splitFrontMatter(text, "README.md")).toThrow(message);
});
