/** Finds the real CPythons of this machine, without asking anybody and without ever failing. */

import { existsSync, readdirSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { compareVersions } from "./compare-versions";
import { type PythonFound, probePython } from "./probe-python";

export type { PythonFound } from "./probe-python";

/** `python`, `python3`, `python3.12`, `python3.13t`, with or without `.exe`. */
const interpreterName = /^python(3(\.\d+t?)?)?(\.exe)?$/;

/**
 * Find every 64-bit CPython from 3.8 on.
 *
 * Looked at: what LEAKLOOP_PYTHONS lists, and nothing else, when it is set (paths separated as in PATH; empty: no
 * Python). Otherwise `python`, `python3` and `python3.X` on the PATH, the launcher `py -3` on Windows, and pyenv's
 * versions. Each is run once per process to see what it is.
 *
 * @param env - The environment to look in.
 * @returns One entry per interpreter (not per name), the oldest version first. Never throws.
 */
export function findPythons(env: NodeJS.ProcessEnv = process.env): readonly PythonFound[] {
  const found = candidates(env).map((path) => probePython(path));
  if (env.LEAKLOOP_PYTHONS === undefined && process.platform === "win32")
    found.push(probePython("py", ["-3"]));
  const byPath = new Map<string, PythonFound>();
  for (const python of found) if (python !== undefined) byPath.set(python.path, python);
  return [...byPath.values()].sort(
    (a, b) => compareVersions(a.version, b.version) || a.path.localeCompare(b.path),
  );
}

/** The files worth running, each once. */
function candidates(env: NodeJS.ProcessEnv): readonly string[] {
  if (env.LEAKLOOP_PYTHONS !== undefined) return distinct(directories(env.LEAKLOOP_PYTHONS));
  const path = directories(env.PATH ?? "");
  const roots = pyenvRoots(env, path);
  // A pyenv shim only leads to one of the versions listed below, or fails for a version that is not chosen.
  const withoutShims = path.filter((folder) => !roots.includes(dirname(folder)));
  return distinct([
    ...withoutShims.flatMap((folder) => interpretersIn(folder)),
    ...roots.flatMap((root) => pyenvInterpreters(root)),
  ]);
}

function directories(list: string): readonly string[] {
  return list.split(delimiter).filter((entry) => entry !== "");
}

/** Where pyenv is told to be, where it is by default, and above any `shims` folder on the PATH. */
function pyenvRoots(env: NodeJS.ProcessEnv, path: readonly string[]): readonly string[] {
  const shimParents = path.filter((folder) => basename(folder) === "shims").map((folder) => dirname(folder));
  const home = env.HOME ?? env.USERPROFILE ?? homedir();
  const roots = [env.PYENV_ROOT, join(home, ".pyenv"), join(home, ".pyenv/pyenv-win"), ...shimParents];
  return [...new Set(roots)].filter(
    (root): root is string => root !== undefined && existsSync(join(root, "versions")),
  );
}

function pyenvInterpreters(root: string): readonly string[] {
  const versions = join(root, "versions");
  return names(versions)
    .flatMap((name) => [join(versions, name, "bin/python"), join(versions, name, "python.exe")])
    .filter((path) => existsSync(path));
}

function interpretersIn(folder: string): readonly string[] {
  return names(folder)
    .filter((name) => interpreterName.test(name))
    .map((name) => join(folder, name));
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Names that are links to one interpreter count once. A link to something else (a version manager) is kept as a name. */
function distinct(paths: readonly string[]): readonly string[] {
  const byFile = new Map<string, string>();
  for (const path of paths) {
    try {
      const file = realpathSync(path);
      const key = interpreterName.test(basename(file)) ? file : path;
      if (!byFile.has(key)) byFile.set(key, path);
    } catch {
      // A dangling link or a path that does not exist is no interpreter.
    }
  }
  return [...byFile.values()];
}
