/** Finds a JupyterLab to start, and makes one when there is none. */

import { BadInputError } from "../../bad-input";
import { borrowedJupyter } from "./borrowed-jupyter";
import { installWithPip } from "./install-with-pip";
import { installWithUv } from "./install-with-uv";
import type { JupyterCommand } from "./jupyter-command";
import type { JupyterHome } from "./jupyter-home";
import { isMade, ownJupyter } from "./own-jupyter";

/** A way to make a JupyterLab in the home. Returns nothing when it did, else one sentence: why not. */
type Install = (home: JupyterHome, say: (sentence: string) => void) => string | undefined;

/**
 * Find a JupyterLab: the one made for this project, one on the PATH, or one made now with uv or with Python and pip.
 *
 * @param say - Is told, in sentences, what takes long.
 * @throws {BadInputError} When there is none and none can be made: why, and what to do.
 */
export function findJupyter(home: JupyterHome, say: (sentence: string) => void): JupyterCommand {
  const found = isMade(home) ? ownJupyter(home) : borrowedJupyter(home);
  if (found !== undefined) return found;
  const reasons: string[] = [];
  for (const install of [installWithUv, installWithPip] satisfies Install[]) {
    const reason = install(home, say);
    if (reason === undefined) return ownJupyter(home);
    reasons.push(reason);
  }
  throw new BadInputError(noJupyter(reasons));
}

function noJupyter(reasons: readonly string[]): string {
  return `The notebooks need JupyterLab 4. None was found, and none could be installed:
${reasons.map((reason) => `  - ${reason}`).join("\n")}
Do one of these, then run the same command again:
  - install uv (docs.astral.sh/uv); it brings its own Python
  - install Python 3.10 or later with venv and pip
  - install JupyterLab 4 in any way, so that "jupyter lab" works in this terminal
Without it these work: npm test, npm run check, npm run grade.`;
}
