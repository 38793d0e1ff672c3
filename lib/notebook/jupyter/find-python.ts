/** Finds a Python that can make a virtual environment for JupyterLab. */

import { spawnSync } from "node:child_process";
import { findProgram } from "./find-program";

/** A Python that will do: the command and the arguments that come before all others. */
export interface PythonCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** Prints its version; fails when it is too old or has no venv. Debian leaves ensurepip out of a Python without venv. */
const probe = `
import sys
print("Python %d.%d" % sys.version_info[:2])
if sys.version_info < (3, 10): sys.exit(3)
import venv, ensurepip`;

const tooOld = 3;
const probeTimeoutMs = 20_000;

const candidates: readonly (readonly [name: string, ...args: string[]])[] = [
  ["python3"],
  ["python"],
  ...["14", "13", "12", "11", "10"].map((minor) => [`python3.${minor}`] as const),
  ["py", "-3"],
];

/** The first Python on the PATH that is 3.10 or later and has venv and pip; else one sentence: what there is instead. */
export function findPython(): PythonCommand | string {
  const refused: string[] = [];
  for (const [name, ...args] of candidates) {
    const program = findProgram(name);
    if (program === undefined) continue;
    const answer = spawnSync(program, [...args, "-c", probe], { encoding: "utf8", timeout: probeTimeoutMs });
    if (answer.status === 0) return { program, args };
    const version = answer.stdout?.trim() ?? "";
    if (version === "") continue;
    refused.push(
      answer.status === tooOld
        ? `${program} is ${version}, which is too old.`
        : `${program} is ${version} without venv (on Debian and Ubuntu: apt install python3-venv).`,
    );
  }
  return refused[0] ?? "No Python 3.10 or later is on the PATH.";
}
