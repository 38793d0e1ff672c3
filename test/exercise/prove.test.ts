/** Every exercise folder is proven; and an exercise that proves nothing is found out. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listExercises, readExercise } from "../../lib/dist/exercise/exercise";
import { proveExercise } from "../../lib/dist/exercise/prove";
import { ledger, solution } from "./answers";

test.each(listExercises().map((exercise) => [exercise.name, exercise] as const))(
  "%s: the starter fails, the solution passes, every mistake is caught and one of them only by hidden tests",
  async (_, exercise) => {
    expect(await proveExercise(exercise)).toEqual([]);
  },
);

test("a mistake that nothing catches, a starter that is the solution and a stray file are all named", async () => {
  const dir = mkdtempSync(join(tmpdir(), "leakloop-exercise-"));
  const at = (file: string): string => join(dir, "01-ledger", file);
  cpSync(ledger.dir, at(""), { recursive: true });
  rmSync(at("mistakes"), { recursive: true });
  cpSync(join(ledger.dir, "mistakes/del-deallocates.ts"), at("mistakes/del-deallocates.ts"));
  writeFileSync(at("mistakes/harmless.ts"), solution);
  writeFileSync(at("exercise.ts"), solution);
  writeFileSync(at("notes.txt"), "");
  const complaints = await proveExercise(readExercise("01-ledger", dir));
  expect(complaints).toEqual(
    expect.arrayContaining([
      "notes.txt does not belong in an exercise folder.",
      "The starter has no // TODO: for the learner to replace.",
      "There are 2 mistakes; at least 3.",
      'The untouched starter passes the hidden test "x = x keeps the object alive".',
      'The first line of mistakes/harmless.ts must be "// Misconception: ...".',
      "mistakes/harmless.ts passes every hidden test.",
    ]),
  );
  rmSync(dir, { recursive: true });
});
