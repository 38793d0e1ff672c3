/** Decides which notebook to open first. */

import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { BadInputError } from "../../bad-input";

/**
 * Choose the notebook that a person named, or the first in `notebooks/`.
 *
 * @param root - The folder that JupyterLab serves.
 * @param wanted - A path, or the beginning of a name in `notebooks/`: `05` is enough.
 * @returns The path below `root`, with slashes; nothing when none was named and there is none.
 * @throws {BadInputError} When there is no such notebook, or more than one.
 */
export function chooseNotebook(root: string, wanted?: string): string | undefined {
  const names = notebookNames(root);
  if (wanted === undefined) return names[0] && `notebooks/${names[0]}`;
  const path = relative(root, resolve(root, wanted));
  if (path.endsWith(".ipynb") && !path.startsWith("..") && existsSync(join(root, path)))
    return path.split(sep).join("/");
  const [name, another] = names.filter((each) => each.startsWith(wanted));
  if (name !== undefined && another === undefined) return `notebooks/${name}`;
  const found = names.length === 0 ? "There is none in notebooks/." : `There are: ${names.join(", ")}.`;
  throw new BadInputError(
    name === undefined
      ? `There is no notebook "${wanted}" in this checkout. ${found}`
      : `"${wanted}" is not one notebook: ${name} and ${another} both begin with it.`,
  );
}

function notebookNames(root: string): string[] {
  const dir = join(root, "notebooks");
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith(".ipynb") && !name.startsWith("."))
    .sort();
}
