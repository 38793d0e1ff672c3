/** The answers of a run of the tests: however many files want to know, each script runs once on each interpreter. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import type { PythonFound } from "../../lib/cpython/find-python";
import { runScript } from "../../lib/cpython/run-script";
import { writeAtomically } from "../../lib/write-atomically";

const scriptTimeoutMs = 60_000;

/**
 * What `script` prints on `python`: asked in this run of the tests, by this process or by another one. Two that ask at
 * the same time both run it.
 */
export function askedOnce(python: PythonFound, script: string): unknown {
  const question = [python.path, python.version, script, readFileSync(script, "utf8")];
  const name = createHash("sha256").update(question.join("\0")).digest("hex");
  const file = join(inject("answersFolder"), `${name}.json`);
  if (!existsSync(file)) {
    const data = runScript(python, script, [], scriptTimeoutMs);
    writeAtomically(file, JSON.stringify(data));
    return data;
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
