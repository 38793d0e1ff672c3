/** One child process that runs vitest on one exercise, never left behind. */

import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as afterThis } from "node:timers";
import { setImmediate as turnEnd } from "node:timers/promises";
import { libEntry, vitestDir } from "./kit-folder";
import { inPrivateFolder } from "./private-folder";
import { type ChildOutcome, endChild, watchChild } from "./watch-child";

/** What the child is to do. */
export interface ChildTask {
  readonly dir: string;
  /** Names of the test files in `dir`. */
  readonly files: readonly string[];
  /** The answer, a TypeScript module. Null: collect the tests without any answer, and run none. */
  readonly source: string | null;
  /** Tests not to run, each as `<suite> <name>`. */
  readonly skip: readonly string[];
  /** How long the loading, and each test, may take. */
  readonly timeoutMs: number;
}

const memoryMb = 512;

/**
 * Run one child to its end, in a folder of its own that holds the answer. When this returns, no process that it started
 * is left, and neither is the folder; the child sees to both when this process is killed before.
 *
 * @returns Without the folder's path in any text.
 * @throws When vitest itself did not start, or when the run was interrupted by SIGINT.
 */
export function runChild(task: ChildTask): Promise<ChildOutcome> {
  return inPrivateFolder((dir) => {
    const child = startChild(task, dir);
    return untilInterrupted(child, watchChild(child, task.files.length, task.timeoutMs));
  });
}

function startChild({ source, ...task }: ChildTask, dir: string): ChildProcess {
  const answerFile = source === null ? null : join(dir, "exercise.ts");
  if (answerFile !== null && source !== null) writeFileSync(answerFile, source);
  return spawn(
    process.execPath,
    [
      `--max-old-space-size=${memoryMb}`,
      join(vitestDir, "host.mjs"),
      JSON.stringify({ ...task, answerFile, libEntry }),
    ],
    { cwd: dir, detached: true, env: cleanEnvironment(), stdio: ["pipe", "pipe", "pipe", "pipe"] },
  );
}

/** Wait for the child. SIGINT ends it, and this with an error. */
async function untilInterrupted(child: ChildProcess, ended: Promise<ChildOutcome>): Promise<ChildOutcome> {
  // A SIGINT listener added in the synchronous part of a notebook cell makes the next Interrupt kill the kernel.
  await turnEnd();
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
    endChild(child);
  };
  // Not once: the listeners of children that still run tell the first that it is not the last.
  process.on("SIGINT", interrupt);
  const outcome = await ended
    .catch((error: unknown) => error as Error)
    .finally(() => process.off("SIGINT", interrupt));
  if (interrupted) throw interruption();
  if (outcome instanceof Error) throw outcome;
  return outcome;
}

/**
 * Ctrl-C in a terminal must end the command, by that signal, once everything is tidied up. A kernel has a listener of
 * its own and lives on.
 */
function interruption(): Error {
  if (process.listenerCount("SIGINT") === 0) afterThis(() => process.kill(process.pid, "SIGINT"));
  return new Error("The check was interrupted.");
}

/**
 * Only what a program needs to start: nothing of the person's own environment reaches an answer. LEAKLOOP_ANSWER says
 * to `check` that it is called by an answer.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { NO_COLOR: "1", TZ: "UTC", LEAKLOOP_ANSWER: "1" };
  for (const name of ["PATH", "HOME", "SystemRoot", "TEMP", "TMP", "TMPDIR"])
    if (process.env[name] !== undefined) env[name] = process.env[name];
  return env;
}
