/** Watching the child that runs vitest: what it says and prints, and when it has to be ended. */

import type { ChildProcess } from "node:child_process";
import { killGroup } from "../kill-group";
import { type ChildLine, readChildLine } from "./child-line";

/**
 * `done`: all files were run; `silent`: nothing was heard for too long, and the child was killed; `gone`: the child
 * ended by itself; `memory`: it ran out of memory; `flood`: it said or printed more than it may, and was killed.
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
/** An answer can say lines of its own. Whatever it says, it lives no longer than so many tests may. */
const mostTests = 60;
const mostSaidChars = 4_000_000;
const mostPrintedChars = 1_000_000;
const printedKeptChars = 4_000;
/** How long the pipes may stay open once the child is gone: a process that left its group may hold them. */
const pipesMs = 1_000;

/**
 * Watch a child until it has ended, and with it every process of its group. It is ended when all files are done, and
 * when it is silent for too long or says too much.
 *
 * @param fileCount - How many test files it runs.
 * @param timeoutMs - How long the loading, and each test, may take.
 * @throws When vitest itself did not start.
 */
export function watchChild(child: ChildProcess, fileCount: number, timeoutMs: number): Promise<ChildOutcome> {
  return new Promise((resolve, reject) => {
    const lines: ChildLine[] = [];
    let filesToDo = fileCount;
    let end: ChildEnd = "gone";
    const endAs = (why: ChildEnd): void => {
      if (end === "gone") end = why;
      endChild(child);
    };
    const life = setTimeout(() => endAs("silent"), bootMs + mostTests * (timeoutMs + graceMs));
    let silence = setTimeout(() => endAs("silent"), bootMs);
    onLine(child.stdio[3] as NodeJS.ReadableStream, (text) => {
      const line = readChildLine(text);
      if (line === undefined || end !== "gone") return;
      lines.push(line);
      clearTimeout(silence);
      if (line.kind === "file-done" && --filesToDo === 0) endAs("done");
      else silence = setTimeout(() => endAs("silent"), timeoutMs + graceMs);
    });
    watchLength(child.stdio[3] as NodeJS.ReadableStream, mostSaidChars, () => endAs("flood"));
    watchLength(child.stdout!, mostPrintedChars, () => endAs("flood"));
    const printed = beginning(child.stdout!);
    const complaint = beginning(child.stderr!);
    child.stdin!.on("error", () => undefined);
    child.on("error", reject);
    child.on("exit", () => {
      // The child may have ended by itself and left others of its group.
      endChild(child);
      setTimeout(() => closePipes(child), pipesMs).unref();
    });
    child.on("close", () => {
      clearTimeout(life);
      clearTimeout(silence);
      if (lines.length === 0 && end === "gone")
        reject(new Error(`vitest did not start. ${complaint().trim()}`));
      if (end === "gone" && lines.at(-1)?.kind === "out-of-memory") end = "memory";
      resolve({ end, lines, printed: printed() });
    });
  });
}

/** End the child and everything in its group. */
export function endChild(child: ChildProcess): void {
  if (child.pid !== undefined) killGroup(child.pid);
}

function onLine(stream: NodeJS.ReadableStream, take: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) take(part);
  });
}

function watchLength(stream: NodeJS.ReadableStream, mostChars: number, tooMuch: () => void): void {
  let chars = 0;
  stream.setEncoding("utf8").on("data", (text: string) => {
    chars += text.length;
    if (chars > mostChars) tooMuch();
  });
}

/** Keep the beginning of what comes; the function returned gives what has come so far. */
function beginning(stream: NodeJS.ReadableStream): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (more: string) => {
    if (text.length < printedKeptChars) text = (text + more).slice(0, printedKeptChars);
  });
  return () => text;
}

function closePipes(child: ChildProcess): void {
  for (const stream of child.stdio) stream?.destroy();
}
