/** Runs one of the kit's Python scripts on a real interpreter and reads what it prints. */

import { spawnSync } from "node:child_process";
import { basename } from "node:path";
import { BadInputError } from "../bad-input";
import type { PythonFound } from "./probe-python";

const maxOutputBytes = 256 * 1024 * 1024;

/**
 * Run `script` in a process of its own and return the JSON that it prints.
 *
 * The interpreter starts isolated (`-I -S`): no PYTHON* variable, no site-packages, so that a run depends on the
 * interpreter alone.
 *
 * @param script - Full path of a Python file.
 * @param timeoutMs - After this long the process is killed.
 * @throws {BadInputError} When the process cannot start, is killed, or ends with an error; the message carries the
 *   last line that it wrote to standard error.
 */
export function runScript(
  python: PythonFound,
  script: string,
  args: readonly string[],
  timeoutMs: number,
): unknown {
  const run = spawnSync(python.path, ["-I", "-S", script, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: maxOutputBytes,
    timeout: timeoutMs,
    killSignal: "SIGKILL",
    windowsHide: true,
  });
  if (run.status === 0) return JSON.parse(run.stdout);
  const what = `${basename(script)} on CPython ${python.version} (${python.path})`;
  const code = (run.error as NodeJS.ErrnoException | undefined)?.code;
  if (code === "ETIMEDOUT")
    throw new BadInputError(
      `${what} was still running after ${timeoutMs / 1000} s and was stopped. Ask for less work.`,
    );
  if (run.error !== undefined) throw new BadInputError(`${what} could not be started: ${run.error.message}.`);
  if (run.signal !== null)
    throw new BadInputError(`${what} was killed (${run.signal}), perhaps for want of memory.`);
  throw new BadInputError(`${what} failed: ${run.stderr.trim().split("\n").at(-1)}`);
}
