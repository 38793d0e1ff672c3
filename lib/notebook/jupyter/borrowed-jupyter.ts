/** A JupyterLab that the person has installed already. It runs with the project's settings, and its own stay untouched. */

import { spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jupyterEnvironment } from "./environment";
import { findProgram } from "./find-program";
import type { JupyterCommand } from "./jupyter-command";
import type { JupyterHome } from "./jupyter-home";

/** What a program said when it was asked, so that it need not be asked at every start: that takes a second. */
interface Answer {
  readonly program: string;
  readonly modifiedMs: number;
  readonly version: string;
}

const answerTimeoutMs = 60_000;

/** The JupyterLab 4 on the PATH, if there is one that works. */
export function borrowedJupyter(home: JupyterHome): JupyterCommand | undefined {
  const program = findProgram("jupyter-lab");
  if (program === undefined) return undefined;
  const modifiedMs = statSync(program).mtimeMs;
  const known = lastAnswer(home);
  const version =
    known?.program === program && known.modifiedMs === modifiedMs
      ? known.version
      : ask(home, program, modifiedMs);
  if (!version.startsWith("4.")) return undefined;
  return { program, args: [], title: `JupyterLab ${version} from ${program}` };
}

/** Forget what the program said, because it did not work. */
export function forgetAnswer(home: JupyterHome): void {
  writeFileSync(answerFile(home), "null\n");
}

function ask(home: JupyterHome, program: string, modifiedMs: number): string {
  const { stdout } = spawnSync(program, ["--version"], {
    encoding: "utf8",
    env: jupyterEnvironment(home),
    timeout: answerTimeoutMs,
  });
  const answer: Answer = { program, modifiedMs, version: stdout?.trim() ?? "" };
  writeFileSync(answerFile(home), `${JSON.stringify(answer)}\n`);
  return answer.version;
}

function lastAnswer(home: JupyterHome): Answer | null {
  try {
    return JSON.parse(readFileSync(answerFile(home), "utf8")) as Answer | null;
  } catch {
    return null;
  }
}

function answerFile(home: JupyterHome): string {
  return join(home.dir, "borrowed-jupyter.json");
}
