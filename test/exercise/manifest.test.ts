/** The trusted list of tests. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Exercise, readExercise } from "../../lib/dist/exercise/exercise";
import { manifest } from "../../lib/dist/exercise/manifest";
import { ledger } from "./answers";

const dir = mkdtempSync(join(tmpdir(), "leakloop-exercise-"));
afterAll(() => rmSync(dir, { recursive: true }));

/** A copy of exercise 01 with hidden tests of this text. */
function withHiddenTests(name: string, hidden: string): Exercise {
  cpSync(ledger.dir, join(dir, name), { recursive: true });
  writeFileSync(join(dir, name, "hidden.test.ts"), `import { test } from "vitest";\n${hidden}`);
  return readExercise(name, dir);
}

test("it lists every test with its points, public before hidden, without any answer", async () => {
  const entries = await manifest(ledger);
  expect(entries.map(({ suite, points }) => `${suite} ${points}`)).toEqual([
    ...Array(4).fill("public 0.5"),
    ...Array(4).fill("hidden 0.5"),
  ]);
  expect(entries[4]?.name).toBe("x = x keeps the object alive");
});

test.each([
  [
    "90-sum",
    'test("one", { meta: { points: 1 } }, () => {});',
    "The tests of 90-sum give 3 points in all; its README says 4. Make the two agree.",
  ],
  [
    "91-none",
    'test("one", () => {});',
    'exercises/91-none/hidden.test.ts gives no points for "one": write { meta: { points: 1 } } behind its title.',
  ],
  [
    "92-twice",
    'for (const n of [1, 2]) test("one", { meta: { points: n } }, () => {});',
    'exercises/92-twice/hidden.test.ts has two tests named "one".',
  ],
  [
    "93-throws",
    'throw new Error("no");',
    "exercises/93-throws/hidden.test.ts cannot be loaded without an answer: Error: no.",
  ],
])("an author's slip is named: %s", async (name, hidden, message) => {
  await expect(manifest(withHiddenTests(name, hidden))).rejects.toThrow(message);
});
