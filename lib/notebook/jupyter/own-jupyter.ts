/** The JupyterLab in the project's own virtual environment. */

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataPath } from "../../data-path";
import type { JupyterCommand } from "./jupyter-command";
import type { JupyterHome } from "./jupyter-home";

/** The lock that says which packages, for every platform and Python. */
export const lockFile: string = dataPath("notebook/jupyter/requirements.txt");

/** The Python of the virtual environment. */
export function venvPython(home: JupyterHome): string {
  return join(home.venv, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
}

/** Was the environment finished, from the lock as it is now, and is its Python still there? */
export function isMade(home: JupyterHome): boolean {
  const stamp = stampFile(home);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === lock() && existsSync(venvPython(home));
}

/** Note that everything in the lock is installed. */
export function markMade(home: JupyterHome): void {
  writeFileSync(stampFile(home), lock());
}

/** Remove what an unfinished or outdated install left. */
export function clearVenv(home: JupyterHome): void {
  rmSync(home.venv, { recursive: true, force: true });
}

/** The command of the environment. Not its `jupyter` script, which breaks when the checkout is moved. */
export function ownJupyter(home: JupyterHome): JupyterCommand {
  const version = /^jupyterlab==(\S+)/m.exec(lock())?.[1];
  return {
    program: venvPython(home),
    args: ["-m", "jupyterlab"],
    title: `JupyterLab ${version} of this checkout`,
  };
}

function lock(): string {
  return readFileSync(lockFile, "utf8");
}

function stampFile(home: JupyterHome): string {
  return join(home.venv, "leakloop-lock.txt");
}
