/** One child process that runs vitest on one exercise, watched while it works and never left behind. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { setImmediate as afterThis } from "node:timers";
import { setImmediate as turnEnd } from "node:timers/promises";
import { type ChildLine, readChildLine } from "./child-line";
import { kitRoot, vitestDir } from "./kit-folder";

/** What the child is to do; goes to `vitest/host.mjs` as JSON. */
export interface ChildTask {
  readonly dir: string;
  /** Names of the test files in `dir`. */
  readonly files: readonly string[];
  /** Null: collect the tests without any answer, and run none. */
  readonly answerFile: string | null;
  /** Tests not to run, each as `<suite> <name>`. */
  readonly skip: readonly string[];
  /** How long the loading, and each test, may take. */
  readonly timeoutMs: number;
  readonly libEntry: string;
}

/**
 * `done`: all files were run; `silent`: nothing was heard for too long, and the child was killed; `gone`: the child
 * ended by itself; `memory`: it ran out of memory; `flood`: it printed more than it may, and was killed.
 */
export type ChildEnd = "done" | "silent" | "gone" | "memory" | "flood";

/** What became of one child. */
export interface ChildOutcome {
  readonly end: ChildEnd;
  readonly lines: readonly ChildLine[];
  readonly printed: string;
}

/** Starting Node and vitest takes half a second; on a machine that is very busy, many times that. */
const bootMs = 60_000;
/** Beyond a test's own limit, which vitest itself keeps when the answer gives control back. */
const graceMs = 500;
const memoryMb = 512;
const printedKeptChars = 4_000;
const printedKilledBytes = 1_000_000;

/**
 * Run one child to its end. When this returns, no process that it started is left.
 *
 * @throws When vitest itself did not start, or when the run was interrupted by SIGINT.
 */
export async function runChild(task: ChildTask): Promise<ChildOutcome> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${memoryMb}`, join(vitestDir, "host.mjs"), JSON.stringify(task)],
    { cwd: kitRoot, detached: true, env: cleanEnvironment(), stdio: ["pipe", "pipe", "pipe", "pipe"] },
  );
  const ended = watch(child, task);
  // A SIGINT listener added in the synchronous part of a notebook cell makes the next Interrupt kill the kernel.
  await turnEnd();
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
    killGroup(child);
  };
  process.once("SIGINT", interrupt);
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

function watch(child: ChildProcess, task: ChildTask): Promise<ChildOutcome> {
  return new Promise((resolve, reject) => {
    const lines: ChildLine[] = [];
    let end: ChildEnd = "gone";
    let printed = "";
    let printedBytes = 0;
    let complaint = "";
    const kill = (why: ChildEnd): void => {
      end = why;
      killGroup(child);
    };
    let clock = setTimeout(() => kill("silent"), bootMs);
    onLine(child.stdio[3] as NodeJS.ReadableStream, (text) => {
      const line = readChildLine(text);
      if (line === undefined || end !== "gone") return;
      lines.push(line);
      clearTimeout(clock);
      if (lines.filter((said) => said.kind === "file-done").length === task.files.length) kill("done");
      else clock = setTimeout(() => kill("silent"), task.timeoutMs + graceMs);
    });
    child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      printedBytes += text.length;
      if (printed.length < printedKeptChars) printed = (printed + text).slice(0, printedKeptChars);
      if (printedBytes > printedKilledBytes && end === "gone") kill("flood");
    });
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(0, printedKeptChars);
    });
    child.stdin!.on("error", () => undefined);
    child.on("error", reject);
    child.on("close", () => {
      clearTimeout(clock);
      // The child may have ended by itself and left others of its group.
      killGroup(child);
      if (lines.length === 0 && end !== "done")
        reject(new Error(`vitest did not start. ${complaint.trim()}`));
      if (end === "gone" && lines.at(-1)?.kind === "out-of-memory") end = "memory";
      resolve({ end, lines, printed });
    });
  });
}

function onLine(stream: NodeJS.ReadableStream, take: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) take(part);
  });
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

/** End the child and everything it started. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") spawnSync("taskkill", ["/T", "/F", "/PID", String(child.pid)]);
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // The group has already ended.
  }
}
