/** Makes the project's JupyterLab with uv, which finds or brings a Python. */

import { findProgram } from "./find-program";
import type { JupyterHome } from "./jupyter-home";
import { clearVenv, lockFile, markMade, venvPython } from "./own-jupyter";
import { runStep } from "./run-step";

/** Make it. @returns Nothing when it is made, else one sentence: why not. */
export function installWithUv(home: JupyterHome, say: (sentence: string) => void): string | undefined {
  const uv = findProgram("uv");
  if (uv === undefined) return "uv is not on the PATH.";
  say("Installing JupyterLab for this checkout with uv (once, about 20 seconds, 30 MB to download) ...");
  clearVenv(home);
  const failed =
    runStep(uv, ["venv", "--quiet", "--python", ">=3.10", home.venv]) ??
    runStep(uv, [
      ...["pip", "install", "--quiet", "--no-deps", "--compile-bytecode"],
      ...["--python", venvPython(home), "--requirements", lockFile],
    ]);
  if (failed !== undefined) return `uv could not install it: ${failed}`;
  markMade(home);
  return undefined;
}
