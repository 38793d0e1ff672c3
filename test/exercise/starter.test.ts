/** What a learner found, whatever became of it. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { starterOf } from "../../lib/dist/exercise/starter";
import { ledger } from "./answers";

test("an exercise that a learner has solved in place keeps its starter: the one that is committed", () => {
  const dir = mkdtempSync(join(tmpdir(), "leakloop-exercise-"));
  const git = (...args: string[]): void => {
    const person = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
    execFileSync("git", [...person, ...args], { cwd: dir, stdio: "ignore" });
  };
  const exercise = { ...ledger, dir: join(dir, "01-ledger"), answerFile: join(dir, "01-ledger/exercise.ts") };
  mkdirSync(exercise.dir);
  writeFileSync(exercise.answerFile, "// TODO: solve\n");
  git("init");
  expect(starterOf(exercise), "not committed yet").toBe("// TODO: solve\n");
  git("add", ".");
  git("commit", "--no-verify", "-m", "The starter");
  writeFileSync(exercise.answerFile, "// solved\n");
  expect(starterOf(exercise)).toBe("// TODO: solve\n");
  rmSync(dir, { recursive: true });
});
