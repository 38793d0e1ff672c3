/** Makes the project's JupyterLab with a Python that is there, its venv and its pip. */

import { findPython } from "./find-python";
import type { JupyterHome } from "./jupyter-home";
import { clearVenv, lockFile, markMade, venvPython } from "./own-jupyter";
import { runStep } from "./run-step";

/** Make it. @returns Nothing when it is made, else one sentence: why not. */
export function installWithPip(home: JupyterHome, say: (sentence: string) => void): string | undefined {
  const python = findPython();
  if (typeof python === "string") return python;
  say("Installing JupyterLab for this checkout with pip (once, about a minute, 30 MB to download) ...");
  clearVenv(home);
  const failed =
    runStep(python.program, [...python.args, "-m", "venv", home.venv]) ??
    runStep(venvPython(home), [
      ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"],
      ...["--requirement", lockFile],
    ]);
  if (failed !== undefined) return `pip could not install it: ${failed}`;
  markMade(home);
  return undefined;
}
