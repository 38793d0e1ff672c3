/** Whatever happens to the process that runs a check, the answer does not run on without it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, expect, test } from "vitest";
import { AnswerFolder, ledger } from "./answers";

const folder = new AnswerFolder();
afterAll(() => folder.remove());

const engine = require.resolve("../../lib/dist/exercise/run-tests.js");

/** Start a process that runs the tests on two answers that never end, as grading does, and wait until one runs. */
async function startEndlessCheck(): Promise<{ readonly pid: number; readonly gone: Promise<unknown[]> }> {
  const options = { source: folder.endless(), suite: "public", timeoutMs: 60_000 };
  // As the command line does: it catches what is thrown, and lets the signal end it.
  const one = `runTests(${JSON.stringify(ledger)}, ${JSON.stringify(options)}).catch(() => {});`;
  const program = `const { runTests } = require(${JSON.stringify(engine)}); ${one} ${one}`;
  // The program is on standard input, so that the answer's path is in the command line of the child alone.
  const check = spawn(process.execPath, ["-"], { stdio: ["pipe", "inherit", "inherit"] });
  check.stdin.end(program);
  const gone = once(check, "exit");
  await folder.begun();
  // Beside them the exercise's tests were listed, in a third folder.
  await folder.holds(2);
  expect(folder.processes()).toHaveLength(2);
  return { pid: check.pid!, gone };
}

test("killed outright, it leaves no process and no folder", async () => {
  const check = await startEndlessCheck();
  process.kill(check.pid, "SIGKILL");
  await check.gone;
  expect(await folder.left()).toEqual([]);
});

test("interrupted with Ctrl-C, it ends by that signal and leaves no process and no folder", async () => {
  const check = await startEndlessCheck();
  process.kill(check.pid, "SIGINT");
  expect(await check.gone).toEqual([null, "SIGINT"]);
  expect(await folder.left()).toEqual([]);
});
