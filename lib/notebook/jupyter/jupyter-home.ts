/** Where everything of Jupyter is kept: below `.leakloop` in the checkout, which git ignores. */

import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { BadInputError } from "../../bad-input";
import { fileFault } from "../../file-fault";

/** Full paths. */
export interface JupyterHome {
  /** The folder that holds the others. */
  readonly dir: string;
  /** The virtual environment that leakloop makes when there is no Jupyter to use. */
  readonly venv: string;
  /** Kernel specifications, in `kernels`. */
  readonly share: string;
  /** Settings of the server and, in `labconfig`, of JupyterLab. Takes the place of `~/.jupyter`. */
  readonly config: string;
  /** Which notebooks the learner trusts, and the like. */
  readonly data: string;
  /** Connection files of the running kernels, and the page that leads a browser in. */
  readonly runtime: string;
  /** What the learner changes in JupyterLab's settings. */
  readonly labSettings: string;
  /** Which windows are open. */
  readonly labWorkspaces: string;
  /** What the server said since it was started last. */
  readonly log: string;
}

/** The home in the checkout `root`. Nothing is written. */
export function jupyterHome(root: string): JupyterHome {
  const dir = join(root, ".leakloop");
  return {
    dir,
    venv: join(dir, "venv"),
    share: join(dir, "share"),
    config: join(dir, "config"),
    data: join(dir, "data"),
    runtime: join(dir, "runtime"),
    labSettings: join(dir, "lab/settings"),
    labWorkspaces: join(dir, "lab/workspaces"),
    log: join(dir, "jupyter.log"),
  };
}

/**
 * Make the folder.
 *
 * @throws {BadInputError} When it cannot be written to.
 */
export function makeHome(home: JupyterHome): void {
  try {
    for (const folder of [home.config, home.share]) mkdirSync(folder, { recursive: true });
    accessSync(home.dir, constants.W_OK);
  } catch (error) {
    throw new BadInputError(
      `leakloop keeps its Jupyter in ${home.dir}, and cannot write there (${fileFault(error)}). Make that folder writable, or copy the checkout to a folder of your own.`,
    );
  }
}
